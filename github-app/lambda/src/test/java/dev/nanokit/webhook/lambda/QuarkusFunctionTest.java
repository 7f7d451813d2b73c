package dev.nanokit.webhook.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nanokit.priming.Priming;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;

/** The whole function as Quarkus puts it together, behind Quarkus's stand-in for Lambda, on an emulated account. */
@QuarkusTest
@QuarkusTestResource(EmulatedAccount.class)
class QuarkusFunctionTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ConfigProperty(name = "NANOKIT_STATE_MACHINE_ARN")
    String machine;

    @ConfigProperty(name = "quarkus.lambda.mock-event-server.test-port")
    int port;

    @ConfigProperty(name = "test.endpoint")
    URI account;

    @Inject
    IntakeSwitch intakes;

    @Inject
    Priming priming;

    @Test
    void rehearsalIsAnsweredAsADeliveryIsAndLeavesNoTrace() throws Exception {
        int before = executions().size();

        assertThat(new Rehearsal(InstantSource.system()).perform(intakes))
                .contains("\"statusCode\":202")
                .contains("taken");
        priming.beforeCheckpoint(null);
        priming.afterRestore(null);

        assertThat(executions()).hasSize(before);
        assertThat(itemsInTheTable()).noneMatch(key -> key.contains("rehearsal"));
        assertThat(invoke(Events.signedPush("a-restored-one"))).contains("\"statusCode\":202");
        assertThat(itemsInTheTable()).contains("DELIVERY#delivery-a-restored-one");
    }

    @Test
    void deliveryThatComesTwiceIsOneExecution() throws Exception {
        assertThat(invoke(Events.signedPush("72d3162e")))
                .contains("\"statusCode\":202")
                .contains("taken");
        assertThat(invoke(Events.inBase64(Events.signedPush("72d3162e")))).contains("\"statusCode\":202");
        assertThat(invoke(Events.push("72d3162f", Events.PUSH, Events.sign("guess", Events.PUSH))))
                .contains("\"statusCode\":401");

        assertThat(executions()).containsOnlyOnce("delivery-72d3162e").doesNotContain("delivery-72d3162f");
    }

    private List<String> executions() {
        try (SfnClient stepFunctions = TestClients.at(account, SfnClient.builder())) {
            return stepFunctions.listExecutions(request -> request.stateMachineArn(machine)).executions().stream()
                    .map(ExecutionListItem::name)
                    .toList();
        }
    }

    private List<String> itemsInTheTable() {
        try (DynamoDbClient table = TestClients.at(account, DynamoDbClient.builder())) {
            return table.scan(request -> request.tableName("nanokit")).items().stream()
                    .map(item -> item.get("pk").s())
                    .toList();
        }
    }

    private String invoke(APIGatewayV2HTTPEvent event) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(event)))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}

package dev.nanokit.webhook.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.nanokit.priming.Priming;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.dynamodb.DynamoDbTable;
import dev.nanokit.webhook.WebhookAnswer;
import dev.nanokit.webhook.WebhookIntake;
import dev.nanokit.webhook.WebhookRequest;
import dev.nanokit.webhook.WebhookSecrets;
import dev.nanokit.webhook.log.JsonLog;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The hooks where there is neither AWS nor Quarkus. {@link QuarkusFunctionTest} has them with both. */
class PrimingTest {
    private final InstantSource clock = InstantSource.system();
    private final List<String> traces = new ArrayList<>();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private int secretReads;

    private final CachedSecrets secrets = new CachedSecrets(
            () -> {
                secretReads++;
                return List.of(Events.SECRET);
            },
            clock);
    private final IntakeSwitch intakes = new IntakeSwitch(new WebhookIntake(
            secrets,
            (name, trigger) -> traces.add(name),
            receipt -> traces.add(receipt.answer().message())));
    private final Table unreachable = new DynamoDbTable(
            TestClients.at(URI.create("http://127.0.0.1:1"), DynamoDbClient.builder()), "nanokit", clock);
    private final Priming priming = Wiring.priming(
            intakes,
            clock,
            unreachable,
            secrets,
            new JsonLog(new PrintStream(log, true, StandardCharsets.UTF_8), clock));

    @Test
    void whereAwsCannotBeReachedTheFunctionIsNotPrimedAndSaysWhy() {
        assertThatCode(() -> priming.beforeCheckpoint(null)).doesNotThrowAnyException();

        assertThat(log.toString(StandardCharsets.UTF_8)).contains("\"level\":\"WARN\"", "\"event\":\"priming\"");
        assertThat(traces).isEmpty();
    }

    @Test
    void snapshotHoldsNoSecretAndWhatWasReadBeforeItIsReadAgain() {
        priming.beforeCheckpoint(null);
        assertThat(secretReads).isZero();

        secrets.get();
        priming.afterRestore(null);
        secrets.get();
        assertThat(secretReads).isEqualTo(2);
    }

    @Test
    void afterARehearsalThatFailedRequestsAreTakenAsEver() {
        priming.beforeCheckpoint(null);

        byte[] body = Events.PUSH.getBytes(StandardCharsets.UTF_8);
        WebhookAnswer answer = intakes.receive(new WebhookRequest(
                Map.of(
                        "x-github-delivery", "1",
                        "x-github-event", "push",
                        "x-hub-signature-256",
                                WebhookSecrets.of(List.of(Events.SECRET)).sign(body)),
                body));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(traces).containsExactly("delivery-1", "taken");
    }
}

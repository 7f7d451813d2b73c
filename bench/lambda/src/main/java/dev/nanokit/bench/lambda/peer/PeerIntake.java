package dev.nanokit.bench.lambda.peer;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.dynamodb.DynamoDbTable;
import dev.nanokit.webhook.RememberingStarter;
import dev.nanokit.webhook.WebhookAnswer;
import dev.nanokit.webhook.WebhookIntake;
import dev.nanokit.webhook.WebhookRequest;
import dev.nanokit.webhook.WebhookSecrets;
import dev.nanokit.webhook.log.JsonLog;
import dev.nanokit.webhook.log.ReceiptLog;
import dev.nanokit.webhook.trigger.TriggerJson;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sfn.SfnClient;

/** The same work as the real function's, call by call: two of the secret's versions, the item, the execution, the item. */
final class PeerIntake {
    private final SecretsManagerClient vault = SecretsManagerClient.create();
    private final SfnClient stepFunctions = SfnClient.create();
    private final WebhookIntake intake;
    private WebhookSecrets secrets;

    PeerIntake() {
        InstantSource clock = InstantSource.system();
        Table table = new DynamoDbTable(DynamoDbClient.create(), System.getenv("PEER_TABLE"), clock);
        String machine = System.getenv("NANOKIT_STATE_MACHINE_ARN");
        this.intake = new WebhookIntake(
                this::secrets,
                new RememberingStarter(
                        table,
                        (name, trigger) -> stepFunctions.startExecution(request -> request.stateMachineArn(machine)
                                .name(name)
                                .input("{\"work\":\"" + name + "\",\"trigger\":" + TriggerJson.write(trigger) + "}")),
                        clock),
                new ReceiptLog(new JsonLog(System.out, clock)));
    }

    APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event) {
        byte[] body = event.getBody().getBytes(StandardCharsets.UTF_8);
        WebhookAnswer answer = intake.receive(new WebhookRequest(event.getHeaders(), body));
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(answer.status())
                .withHeaders(Map.of("Content-Type", "application/json"))
                .withBody("{\"message\":\"" + answer.message() + "\"}")
                .build();
    }

    private synchronized WebhookSecrets secrets() {
        if (secrets == null) {
            List<String> values = new ArrayList<>(List.of(version("AWSCURRENT")));
            try {
                values.add(version("AWSPREVIOUS"));
            } catch (ResourceNotFoundException e) {
                // It was never changed.
            }
            secrets = WebhookSecrets.of(values);
        }
        return secrets;
    }

    private String version(String stage) {
        return vault.getSecretValue(request ->
                        request.secretId(System.getenv("PEER_SECRET")).versionStage(stage))
                .secretString();
    }
}

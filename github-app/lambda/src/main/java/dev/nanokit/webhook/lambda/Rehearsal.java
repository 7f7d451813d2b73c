package dev.nanokit.webhook.lambda;

import dev.nanokit.priming.MadeUpAccount;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.dynamodb.DynamoDbTable;
import dev.nanokit.webhook.RememberingStarter;
import dev.nanokit.webhook.WebhookIntake;
import dev.nanokit.webhook.WebhookSecrets;
import dev.nanokit.webhook.log.JsonLog;
import dev.nanokit.webhook.log.ReceiptLog;
import io.quarkus.amazon.lambda.runtime.AmazonLambdaRecorder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/**
 * A delivery from API Gateway's JSON to the answer's JSON, through all of the function's own code and the SDK's, on a
 * {@link MadeUpAccount}: nothing leaves the process, and the receipt is thrown away.
 */
final class Rehearsal {
    private static final String PUSH = """
            {"ref":"refs/heads/main","after":"%s","repository":{"full_name":"a/b","default_branch":"main",
            "owner":{"id":1}},"installation":{"id":1},"sender":{"login":"a","type":"User"}}""".formatted("0".repeat(40));

    private final MadeUpAccount account = new MadeUpAccount();
    private final InstantSource clock;

    Rehearsal(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Goes through it once.
     *
     * @return the answer as API Gateway would get it
     */
    String perform(IntakeSwitch intakes) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        intakes.with(intake(), () -> invoke(answer));
        return answer.toString(StandardCharsets.UTF_8);
    }

    private static void invoke(OutputStream answer) {
        try {
            AmazonLambdaRecorder.handle(
                    new ByteArrayInputStream(event().getBytes(StandardCharsets.UTF_8)), answer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private WebhookIntake intake() {
        Table table = new DynamoDbTable(account.client(DynamoDbClient.builder()), "rehearsal", clock);
        SecretStore store = new SecretStore(
                () -> account.client(SecretsManagerClient.builder()), () -> account.client(SsmClient.builder()));
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new WebhookIntake(
                new CachedSecrets(() -> store.values(List.of("secretsmanager:rehearsal")), clock),
                new RememberingStarter(
                        table,
                        new StepFunctionsStarter(
                                account.client(SfnClient.builder()), "arn:aws:states:::stateMachine:x"),
                        clock),
                new ReceiptLog(new JsonLog(nowhere, clock)));
    }

    private static String event() {
        String signature = WebhookSecrets.of(List.of(MadeUpAccount.SECRET)).sign(PUSH.getBytes(StandardCharsets.UTF_8));
        String body = PUSH.replace("\n", "\\n").replace("\"", "\\\"");
        return """
                {"version":"2.0","routeKey":"POST /webhook","rawPath":"/webhook","rawQueryString":"",
                "headers":{"content-type":"application/json","x-github-delivery":"rehearsal","x-github-event":"push",
                "x-hub-signature-256":"%s"},
                "requestContext":{"http":{"method":"POST","path":"/webhook"},"requestId":"rehearsal","timeEpoch":0},
                "body":"%s","isBase64Encoded":false}""".formatted(signature, body);
    }
}

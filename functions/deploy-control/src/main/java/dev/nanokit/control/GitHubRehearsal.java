package dev.nanokit.control;

import dev.nanokit.github.client.ClientSettings;
import dev.nanokit.github.client.GitHubClient;
import dev.nanokit.github.flow.FlowSettings;
import dev.nanokit.priming.MadeUpAccount;
import dev.nanokit.priming.Priming;
import dev.nanokit.sources.BucketSources;
import dev.nanokit.stages.telemetry.StepTelemetry;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.dynamodb.DynamoDbTable;
import dev.nanokit.state.table.memory.MemoryTable;
import dev.nanokit.webhook.log.JsonLog;
import dev.nanokit.webhook.trigger.Actor;
import dev.nanokit.webhook.trigger.PullRequestRef;
import dev.nanokit.webhook.trigger.RepositoryRef;
import dev.nanokit.webhook.trigger.Trigger;
import dev.nanokit.webhook.trigger.TriggerJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * A pull request that is made up, up to the first question to GitHub, which nobody answers: the App's key is made up as
 * well, and the address is nobody's. Without a trace.
 */
final class GitHubRehearsal implements Priming.Rehearsal {
    private static final String WORK = "rehearsal";
    private static final URI NOBODY = URI.create("http://127.0.0.1:1");
    private static final int BITS = 2048;

    private final MadeUpAccount account = new MadeUpAccount();
    private final Clock clock = Clock.systemUTC();

    @Override
    public void perform() throws IOException, NoSuchAlgorithmException {
        account.client(SecretsManagerClient.builder()).getSecretValue(request -> request.secretId(WORK));
        opened(new DynamoDbTable(account.client(DynamoDbClient.builder()), WORK, clock));
        opened(new MemoryTable(clock));
    }

    /** @return what the function answered: that it waits until GitHub does */
    String opened(Table table) throws IOException, NoSuchAlgorithmException {
        String key = key();
        ClientSettings settings = new ClientSettings(NOBODY, "1", () -> key, "nanokit").withPause(pause -> {});
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        GitHubFunction function = new GitHubFunction(
                () -> GitHubWiring.steps(
                        GitHubClient.connect(settings, clock),
                        table,
                        new BucketSources(account.client(S3Client.builder()), WORK),
                        clock,
                        new JsonLog(nowhere, clock),
                        FlowSettings.standard(settings.webUrl(), Map.of())),
                new StepTelemetry(nowhere, clock, WORK, "github"));
        call(function, "\"step\":\"progress\",\"run\":\"" + WORK + "-000000000000-1\"");
        return call(
                function,
                "\"step\":\"handle\",\"work\":\"" + WORK + "\",\"ended\":[],\"trigger\":"
                        + TriggerJson.write(trigger()));
    }

    private static Trigger trigger() {
        Actor nobody = new Actor(WORK, false);
        return new Trigger.PullRequestChanged(
                new RepositoryRef(1, 1, "rehearsal/rehearsal", "main"),
                new PullRequestRef(1, "0".repeat(40), WORK, "main", false, false, nobody),
                Trigger.Change.OPENED,
                nobody);
    }

    private static String key() throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS);
        byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
        return "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key)
                + "\n-----END PRIVATE KEY-----\n";
    }

    private static String call(GitHubFunction function, String fields) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        byte[] request = ("{\"version\":1," + fields + "}").getBytes(StandardCharsets.UTF_8);
        function.handleRequest(new ByteArrayInputStream(request), answer, null);
        return answer.toString(StandardCharsets.UTF_8);
    }
}

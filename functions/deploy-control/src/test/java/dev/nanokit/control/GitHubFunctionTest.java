package dev.nanokit.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.github.standin.world.Pull;
import dev.nanokit.github.standin.world.Repo;
import dev.nanokit.priming.Priming;
import dev.nanokit.webhook.trigger.Actor;
import dev.nanokit.webhook.trigger.PullRequestRef;
import dev.nanokit.webhook.trigger.RepositoryRef;
import dev.nanokit.webhook.trigger.Trigger;
import dev.nanokit.webhook.trigger.TriggerJson;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The whole function as Quarkus puts it together, behind Quarkus's stand-in for Lambda. The App's secrets are
 * put into the account after the function was started and primed: whatever it knew of them, it could not know from there.
 */
@QuarkusTest
@QuarkusTestResource(EmulatedWorld.class)
class GitHubFunctionTest {
    private static final String FILE = """
            name: shop
            git: { environments: { main: production } }
            services: { web: { image: "%s" } }
            """;

    @ConfigProperty(name = "quarkus.lambda.mock-event-server.test-port")
    int port;

    @Inject
    Priming priming;

    /** As Lambda does: the function is started, primed, and restored from its snapshot before the first request. */
    @BeforeEach
    void restoreFromASnapshotThatCannotHoldTheAppsSecrets() {
        priming.beforeCheckpoint(null);
        EmulatedWorld.registerTheApp();
        priming.afterRestore(null);
    }

    @Test
    void pullRequestIsToBePlannedAndItsCheckSaysSo() throws Exception {
        Repo repo = EmulatedWorld.github.repository("acme/shop");
        repo.commit("main", Map.of("nanokit.yml", FILE.formatted("nginx:1")));
        repo.commit("work", Map.of("nanokit.yml", FILE.formatted("nginx:2")));
        Pull pull = repo.open("work", "ada");

        String answer = invoke(handle("delivery-1", opened(repo, pull)));

        assertThat(answer).contains("\"next\":\"runs\"", "\"kind\":\"plan\"", "\"run\":\"delivery-1-", "\"seconds\":0");
        assertThat(repo.checks().named("nanokit / production").text("status")).isEqualTo("in_progress");
        assertThat(invoke(handle("delivery-1", opened(repo, pull)))).isEqualTo(answer);
        assertThat(EmulatedWorld.github.traffic().violations()).isEmpty();
    }

    @Test
    void requestOfAnotherVersionIsRefusedWithWhatToDo() throws Exception {
        assertThat(invoke("{\"version\":2,\"step\":\"handle\",\"work\":\"w\"}"))
                .contains("deploy functions and workflows together");
        assertThat(invoke("{\"version\":1,\"step\":\"dance\"}")).contains("there is no step 'dance'");
    }

    private static String handle(String work, Trigger trigger) {
        return "{\"version\":1,\"step\":\"handle\",\"work\":\"" + work + "\",\"trigger\":" + TriggerJson.write(trigger)
                + ",\"ended\":[]}";
    }

    private static Trigger opened(Repo repo, Pull pull) {
        return new Trigger.PullRequestChanged(
                new RepositoryRef(
                        EmulatedWorld.github.installation("acme").id(),
                        repo.owner().id(),
                        repo.fullName(),
                        repo.defaultBranch()),
                new PullRequestRef(
                        pull.number(),
                        pull.headSha(),
                        pull.headBranch(),
                        pull.baseBranch(),
                        false,
                        false,
                        new Actor("ada", false)),
                Trigger.Change.OPENED,
                new Actor("ada", false));
    }

    private String invoke(String event) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(event))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }
}

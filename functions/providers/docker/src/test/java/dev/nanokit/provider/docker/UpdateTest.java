package dev.nanokit.provider.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.command.InspectContainerResponse;
import dev.nanokit.provider.ProviderException;
import dev.nanokit.provider.docker.engine.EngineClient;
import dev.nanokit.provider.docker.lab.Lab;
import dev.nanokit.provider.docker.lab.Leftovers;
import dev.nanokit.provider.docker.lab.RequiresEngine;
import dev.nanokit.provider.docker.lab.TestEngine;
import dev.nanokit.provider.docker.lab.TestImages;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@RequiresEngine
class UpdateTest {
    private final Lab lab = new Lab();
    private final EngineClient engine = TestEngine.client();

    @AfterEach
    void cleanUp() {
        engine.close();
        lab.close();
    }

    /** @param more further lines of the service */
    private static String web(String start, String... more) {
        return """
                services:
                  web:
                    image: %s
                    start: "%s"
                """.formatted(TestImages.busybox(), start)
                + String.join(
                        "",
                        List.of(more).stream().map(line -> "    " + line + "\n").toList());
    }

    @Test
    void aRecreatedServiceThatFailsIsPutBackAndTheErrorShowsWhatItWroteWithoutItsSecrets() {
        lab.with("TOKEN", "s3cr3t-token");
        String secret = "secrets: { TOKEN: { from: env } }";
        lab.up(web("serve 8080", "expose: 8080", secret));
        String before = inspect("web").getId();

        assertThatThrownBy(() -> lab.up(web("echo cannot start with $TOKEN; exit 3", "expose: 8080", secret)))
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining("container " + lab.nameOf("web"))
                .hasMessageMatching("(?s).*(ended with exit code 3|ends again and again).*")
                .hasMessageContaining("cannot start with (secret)")
                .hasMessageContaining("The one from before runs again")
                .hasMessageNotContaining("s3cr3t");

        assertThat(inspect("web").getId()).isEqualTo(before);
        assertThat(inspect("web").getState().getRunning()).isTrue();
        assertThat(Leftovers.of(lab.project()))
                .containsExactly("container " + lab.nameOf("web"), "network " + lab.network());
    }

    @Test
    void aFirstStartThatFailsIsLeftToBeLookedAtAndRepairedByTheNextRun() {
        assertThatThrownBy(() -> lab.up(web("echo oops; exit 1")))
                .hasMessageContaining("oops")
                .hasMessageContaining("docker logs " + lab.nameOf("web"));

        lab.up(web("serve 8080"));

        assertThat(inspect("web").getState().getRunning()).isTrue();
        assertThat(lab.plan(web("serve 8080")).isEmpty()).isTrue();
    }

    @Test
    void aRollingUpdateProvesTheNewReplicaBeforeTheOldOneStops() {
        String[] rolling = {"expose: 8080", "updateStrategy: rolling", "health: /index.html", "instances: 2"};
        lab.up(web("serve 8080", rolling));
        List<String> before = List.of(inspect("web-1").getId(), inspect("web-2").getId());

        lab.up(web("serve 8080", append(rolling, "env: { VERSION: \"2\" }")));

        assertThat(List.of(inspect("web-1").getId(), inspect("web-2").getId())).doesNotContainAnyElementsOf(before);
        assertThat(inspect("web-1").getConfig().getEnv()).contains("VERSION=2");
        assertThat(Leftovers.of(lab.project()))
                .containsExactly(
                        "container " + lab.nameOf("web-1"),
                        "container " + lab.nameOf("web-2"),
                        "network " + lab.network());
        assertThat(lab.run("web-2", List.of("wget", "-q", "-O", "-", "http://web-1:8080/")))
                .isEqualTo("hello");
        assertThat(lab.plan(web("serve 8080", append(rolling, "env: { VERSION: \"2\" }")))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void aFailedRollOutNeverStopsTheOldOneAndSaysSo() {
        String[] rolling = {"expose: 8080", "updateStrategy: rolling"};
        lab.up(web("serve 8080", rolling));
        InspectContainerResponse before = inspect("web");

        assertThatThrownBy(() -> lab.up(web("echo broken; exit 7", rolling)))
                .hasMessageMatching("(?s).*(ended with exit code 7|ends again and again).*")
                .hasMessageContaining("broken")
                .hasMessageContaining("The one from before runs again");

        InspectContainerResponse after = inspect("web");
        assertThat(after.getId()).isEqualTo(before.getId());
        assertThat(after.getState().getStartedAt()).isEqualTo(before.getState().getStartedAt());
        assertThat(Leftovers.of(lab.project()))
                .containsExactly("container " + lab.nameOf("web"), "network " + lab.network());
    }

    @Test
    void aRollingUpdateWithAPublishedPortEndsWithThePortOnTheNewOne() throws IOException {
        int port = freePort();
        String[] rolling = {"port: " + port, "expose: 8080", "updateStrategy: rolling", "health: /"};
        lab.up(web("serve 8080", rolling));

        lab.up(web("serve 8080", append(rolling, "env: { VERSION: \"2\" }")));

        assertThat(inspect("web").getConfig().getEnv()).contains("VERSION=2");
        assertThat(inspect("web")
                        .getHostConfig()
                        .getPortBindings()
                        .getBindings()
                        .values())
                .allSatisfy(
                        bindings -> assertThat(bindings[0].getHostPortSpec()).isEqualTo("" + port));
        assertThat(Leftovers.of(lab.project()))
                .containsExactly("container " + lab.nameOf("web"), "network " + lab.network());
    }

    @Test
    void aNewImageThatFailsBehindAPortIsProvenBeforeTheOldOneIsTouched() throws IOException {
        int port = freePort();
        String[] rolling = {"port: " + port, "expose: 8080", "updateStrategy: rolling"};
        lab.up(web("serve 8080", rolling));
        InspectContainerResponse before = inspect("web");

        assertThatThrownBy(() -> lab.up(web("false", rolling)))
                .hasMessageMatching("(?s).*(ended with exit code 1|ends again and again).*");

        assertThat(inspect("web").getState().getStartedAt())
                .isEqualTo(before.getState().getStartedAt());
    }

    @Test
    void aHealthCommandThatIsNotInTheImageIsToldAtOnce() {
        assertThatThrownBy(() -> lab.up(web("serve 8080", "health: { command: \"curl -f localhost\" }")))
                .hasMessageContaining("can't be checked")
                .hasMessageContaining("curl");
    }

    @Test
    void aServiceWaitsUntilWhatItDependsOnIsHealthy() {
        String file = """
                services:
                  slow:
                    image: %1$s
                    start: sleep 1; touch /tmp/ready; sleep 1000
                    health: { command: "test -e /tmp/ready" }
                  web:
                    image: %1$s
                    start: serve 8080
                    depends_on: [slow]
                """.formatted(TestImages.busybox());

        lab.up(file);

        assertThat(lab.run("slow", List.of("stat", "-c", "%Y", "/tmp/ready")))
                .isLessThanOrEqualTo(lab.run("web", List.of("stat", "-c", "%Y", "/proc/1")));
    }

    private static String[] append(String[] lines, String line) {
        return Stream.concat(Arrays.stream(lines), Stream.of(line)).toArray(String[]::new);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private InspectContainerResponse inspect(String service) {
        return engine.docker().inspectContainerCmd(lab.nameOf(service)).exec();
    }
}

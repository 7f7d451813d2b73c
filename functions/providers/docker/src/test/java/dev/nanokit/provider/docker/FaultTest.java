package dev.nanokit.provider.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nanokit.provider.ProviderException;
import dev.nanokit.provider.docker.lab.FaultySocket;
import dev.nanokit.provider.docker.lab.FaultySocket.Fault;
import dev.nanokit.provider.docker.lab.Lab;
import dev.nanokit.provider.docker.lab.Leftovers;
import dev.nanokit.provider.docker.lab.RequiresEngine;
import dev.nanokit.provider.docker.lab.TestEngine;
import dev.nanokit.provider.docker.lab.TestImages;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every call that changes something is cut off once, before and after the engine has done it. */
@RequiresEngine
class FaultTest {
    private final FaultySocket socket = new FaultySocket();
    private final Lab lab = new Lab();

    @AfterEach
    void cleanUp() {
        socket.close();
        lab.close();
    }

    private static String file(String version, String strategy) {
        return """
                services:
                  web:
                    image: %s
                    start: serve 8080
                    expose: 8080
                    updateStrategy: %s
                    env: { VERSION: "%s" }
                    volumes: ["data:/data"]
                volumes: { data: {} }
                """.formatted(TestImages.busybox(), strategy, version);
    }

    @Test
    void aCreationThatIsCutOffAnywhereIsTakenUpByTheNextRun() {
        int cuts = 0;
        while (cutOff(file("1", "recreate"), cuts, cuts % 2 == 0 ? Fault.REQUEST_LOST : Fault.ANSWER_LOST)) {
            converges(file("1", "recreate"));
            lab.destroy();
            assertThat(Leftovers.of(lab.project())).isEmpty();
            cuts++;
        }
        assertThat(cuts).as("network, volume, container, start").isEqualTo(4);
    }

    @Test
    void aRecreationThatIsCutOffAnywhereIsTakenUpByTheNextRun() {
        updatesConverge("recreate", 5);
    }

    @Test
    void aRollingUpdateThatIsCutOffAnywhereIsTakenUpByTheNextRun() {
        updatesConverge("rolling", 7);
    }

    /** @param calls at least so many calls change something */
    private void updatesConverge(String strategy, int calls) {
        lab.up(file("0", strategy));
        int cuts = 0;
        for (Fault fault = Fault.ANSWER_LOST; cutOff(file("" + (cuts + 1), strategy), cuts, fault); cuts++) {
            converges(file("" + (cuts + 1), strategy));
            fault = fault == Fault.ANSWER_LOST ? Fault.REQUEST_LOST : Fault.ANSWER_LOST;
        }
        assertThat(cuts).isGreaterThanOrEqualTo(calls);
    }

    /** Whether the run got as far as to be cut off. */
    private boolean cutOff(String file, int afterCalls, Fault fault) {
        AtomicInteger left = new AtomicInteger(afterCalls);
        socket.rule(call -> FaultySocket.changes(call) && left.getAndDecrement() <= 0 ? fault : Fault.NONE);
        lab.with("DOCKER_HOST", socket.host());
        try {
            lab.up(file);
            return false;
        } catch (ProviderException e) {
            assertThat(e.retryable()).as(e.getMessage()).isTrue();
            return true;
        }
    }

    private void converges(String file) {
        lab.with("DOCKER_HOST", TestEngine.HOST);
        lab.up(file);
        assertThat(lab.plan(file).isEmpty()).isTrue();
        assertThat(Leftovers.of(lab.project()))
                .containsExactly(
                        "container " + lab.nameOf("web"), "network " + lab.network(), "volume " + lab.nameOf("data"));
    }

    @Test
    void aServerErrorMayGoThroughWhenTriedAgain() {
        socket.rule(call -> call.contains("/networks/create") ? Fault.REFUSED : Fault.NONE);
        lab.with("DOCKER_HOST", socket.host());

        assertThatThrownBy(() -> lab.up(file("1", "recreate")))
                .isInstanceOfSatisfying(ProviderException.class, e -> {
                    assertThat(e.retryable()).isTrue();
                    assertThat(e.code()).isEqualTo("http-500");
                })
                .hasMessageContaining("creating network " + lab.network())
                .hasMessageContaining("tmp");
    }

    @Test
    void readingWhatIsThereTakesFewCalls() {
        lab.up(file("1", "recreate"));
        lab.with("DOCKER_HOST", socket.host());

        lab.plan(file("1", "recreate"));

        assertThat(socket.calls())
                .as("version, four lists, one container, its image")
                .hasSize(7);
        assertThat(socket.calls()).allMatch(call -> call.startsWith("GET"));
    }
}

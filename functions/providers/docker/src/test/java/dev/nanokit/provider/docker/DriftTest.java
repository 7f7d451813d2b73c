package dev.nanokit.provider.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.HostConfig;
import dev.nanokit.engine.plan.Action;
import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.provider.docker.engine.EngineClient;
import dev.nanokit.provider.docker.lab.Lab;
import dev.nanokit.provider.docker.lab.RequiresEngine;
import dev.nanokit.provider.docker.lab.TestEngine;
import dev.nanokit.provider.docker.lab.TestImages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody has changed by hand is seen, told, and repaired. */
@RequiresEngine
class DriftTest {
    private final Lab lab = new Lab();
    private final EngineClient engine = TestEngine.client();
    private final DockerClient docker = engine.docker();

    private static String file() {
        return """
                services:
                  web: { image: "%s", start: serve 8080, expose: 8080, memory: 64mb, env: { LOG_LEVEL: info } }
                """.formatted(TestImages.busybox());
    }

    @BeforeEach
    void bringUp() {
        lab.up(file());
    }

    @AfterEach
    void cleanUp() {
        engine.close();
        lab.close();
    }

    @Test
    void aRemovedContainerIsMadeAgain() {
        docker.removeContainerCmd(lab.nameOf("web")).withForce(true).exec();

        assertThat(repaired().count(Action.CREATE)).isEqualTo(1);
    }

    @Test
    void aStoppedContainerIsStartedAgainWithoutBeingMadeAnew() {
        docker.stopContainerCmd(lab.nameOf("web")).withTimeout(1).exec();
        String before = inspect().getId();

        Plan plan = repaired();

        assertThat(reasons(plan)).contains("state is stopped").contains("running");
        assertThat(inspect().getId()).isEqualTo(before);
        assertThat(inspect().getState().getRunning()).isTrue();
    }

    @Test
    void aPausedContainerGoesOn() {
        docker.pauseContainerCmd(lab.nameOf("web")).exec();

        assertThat(reasons(repaired())).contains("state is paused");
        assertThat(inspect().getState().getPaused()).isFalse();
    }

    @Test
    void aLimitChangedByHandIsPutBack() {
        docker.updateContainerCmd(lab.nameOf("web"))
                .withMemory(32L * 1024 * 1024)
                .withMemorySwap(64L * 1024 * 1024)
                .exec();

        assertThat(reasons(repaired())).contains("memory");
        assertThat(inspect().getHostConfig().getMemory()).isEqualTo(64L * 1024 * 1024);
    }

    @Test
    void aContainerTakenOffItsNetworkIsPutBackOnIt() {
        docker.disconnectFromNetworkCmd()
                .withContainerId(lab.nameOf("web"))
                .withNetworkId(inspect().getHostConfig().getNetworkMode())
                .exec();

        assertThat(reasons(repaired())).contains("network is none");
        assertThat(inspect().getNetworkSettings().getNetworks().values())
                .anySatisfy(network -> assertThat(network.getAliases()).contains("web"));
    }

    @Test
    void aRemovedNetworkIsMadeAgainAndTheContainersGoOnIt() {
        String network = inspect().getHostConfig().getNetworkMode();
        docker.stopContainerCmd(lab.nameOf("web")).withTimeout(1).exec();
        docker.disconnectFromNetworkCmd()
                .withContainerId(lab.nameOf("web"))
                .withNetworkId(network)
                .withForce(true)
                .exec();
        docker.removeNetworkCmd(network).exec();

        Plan plan = repaired();

        assertThat(plan.changes().map(Change::action)).containsExactly(Action.CREATE, Action.UPDATE);
        assertThat(inspect().getState().getRunning()).isTrue();
    }

    @Test
    void aContainerMadeAnewByHandWithOtherSettingsIsMadeAsItShouldBe() {
        InspectContainerResponse ours = inspect();
        docker.removeContainerCmd(ours.getId()).withForce(true).exec();
        docker.createContainerCmd(TestImages.busybox())
                .withName(lab.nameOf("web"))
                .withLabels(ours.getConfig().getLabels())
                .withCmd("serve", "8080")
                .withEnv("LOG_LEVEL=trace")
                .withHostConfig(HostConfig.newHostConfig()
                        .withNetworkMode(ours.getHostConfig().getNetworkMode()))
                .exec();

        Plan plan = repaired();

        assertThat(reasons(plan)).contains("env.LOG_LEVEL is trace; put back to info");
        assertThat(inspect().getConfig().getEnv()).contains("LOG_LEVEL=info");
    }

    private Plan repaired() {
        Plan plan = lab.up(file());
        assertThat(lab.plan(file()).isEmpty()).isTrue();
        return plan;
    }

    private static String reasons(Plan plan) {
        return plan.changes()
                .flatMap(change -> change.reasons().stream())
                .toList()
                .toString();
    }

    private InspectContainerResponse inspect() {
        return docker.inspectContainerCmd(lab.nameOf("web")).exec();
    }
}

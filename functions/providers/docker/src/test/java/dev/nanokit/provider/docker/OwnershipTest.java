package dev.nanokit.provider.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Network;
import dev.nanokit.provider.docker.engine.EngineClient;
import dev.nanokit.provider.docker.lab.Lab;
import dev.nanokit.provider.docker.lab.Leftovers;
import dev.nanokit.provider.docker.lab.RequiresEngine;
import dev.nanokit.provider.docker.lab.TestEngine;
import dev.nanokit.provider.docker.lab.TestImages;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is not this component's is never touched. */
@RequiresEngine
class OwnershipTest {
    private final Lab lab = new Lab();
    private final EngineClient engine = TestEngine.client();
    private final DockerClient docker = engine.docker();

    @AfterEach
    void cleanUp() {
        lab.close();
        engine.close();
    }

    private static String web() {
        return "services: { web: { image: \"" + TestImages.busybox() + "\", start: serve 8080, expose: 8080 } }\n";
    }

    @Test
    void aContainerOfTheSameNameThatIsNotOursIsLeftAlone() {
        String foreign = docker.createContainerCmd(TestImages.busybox())
                .withName(lab.nameOf("web"))
                .withCmd("sleep", "1000")
                .exec()
                .getId();
        try {
            assertThatThrownBy(() -> lab.up(web()))
                    .hasMessageContaining("container " + lab.nameOf("web"))
                    .hasMessageContaining("was not made by Nanokit");
            assertThat(docker.inspectContainerCmd(foreign).exec().getState().getStatus())
                    .isEqualTo("created");
        } finally {
            docker.removeContainerCmd(foreign).withForce(true).exec();
        }
    }

    @Test
    void aContainerOfAnotherComponentIsLeftAlone() {
        lab.up(web());

        assertThatThrownBy(() -> lab.component("other").up("infra: { shared: true }\n" + web()))
                .hasMessageContaining("belongs to component main");
    }

    @Test
    void aVolumeOfTheSameNameThatIsNotOursIsLeftAlone() {
        docker.createVolumeCmd().withName(lab.nameOf("data")).exec();
        try {
            assertThatThrownBy(() -> lab.up("volumes: { data: {} }\n")).hasMessageContaining("was not made by Nanokit");
        } finally {
            docker.removeVolumeCmd(lab.nameOf("data")).exec();
        }
    }

    @Test
    void twoProjectsOfTheSameEnvironmentNeverShareABridge() {
        try (Lab second = lab.anotherProject()) {
            lab.up(web());
            second.up(web());

            assertThat(networks(lab)).hasSize(1);
            assertThat(networks(second)).hasSize(1);
            assertThat(networks(lab).getFirst().getId())
                    .isNotEqualTo(networks(second).getFirst().getId());
            assertThat(networks(second).getFirst().getName()).isEqualTo(lab.network() + "-" + second.project());
            assertThat(networks(lab).getFirst().getName()).isEqualTo(lab.network());
            assertThat(lab.run(
                            "web",
                            List.of("wget", "-q", "-T", "2", "-O", "-", "http://" + addressOf(second) + ":8080/")))
                    .doesNotContain("hello");
            assertThat(second.plan(web()).isEmpty()).isTrue();

            second.destroy();
            assertThat(networks(lab)).hasSize(1);
            assertThat(Leftovers.of(second.project())).isEmpty();
        }
    }

    @Test
    void destroyingLeavesWhatOthersHaveOnTheEngine() {
        lab.up(web() + "volumes: { data: {} }\n");
        String foreign = docker.createContainerCmd(TestImages.busybox())
                .withName(lab.nameOf("web") + "-neighbour")
                .withCmd("sleep", "1000")
                .withLabels(Map.of("app", "web"))
                .exec()
                .getId();
        try {
            lab.destroy();

            assertThat(Leftovers.of(lab.project())).isEmpty();
            assertThat(docker.inspectContainerCmd(foreign).exec().getId()).isEqualTo(foreign);
        } finally {
            docker.removeContainerCmd(foreign).withForce(true).exec();
        }
    }

    private List<Network> networks(Lab of) {
        return docker.listNetworksCmd()
                .withFilter("label", List.of(Labels.PROJECT + "=" + of.project()))
                .exec();
    }

    private String addressOf(Lab of) {
        return docker.inspectContainerCmd(of.nameOf("web"))
                .exec()
                .getNetworkSettings()
                .getNetworks()
                .values()
                .iterator()
                .next()
                .getIpAddress();
    }
}

package dev.nanokit.provider.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Network;
import dev.nanokit.engine.plan.Action;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.source.InvalidConfigException;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.provider.docker.engine.EngineClient;
import dev.nanokit.provider.docker.lab.Lab;
import dev.nanokit.provider.docker.lab.RequiresEngine;
import dev.nanokit.provider.docker.lab.TestEngine;
import dev.nanokit.provider.docker.lab.TestImages;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@RequiresEngine
class NetworkTest {
    /** Two neighbours out of 100.64.0.0/10, which hardly anybody else uses. */
    private final int third = ThreadLocalRandom.current().nextInt(0, 126) * 2;

    private final int second = ThreadLocalRandom.current().nextInt(64, 127);
    private final Lab lab = new Lab();
    private final EngineClient engine = TestEngine.client();
    private final DockerClient docker = engine.docker();

    @AfterEach
    void cleanUp() {
        lab.close();
        engine.close();
    }

    private String range(int offset) {
        return "100." + second + "." + (third + offset) + ".0/24";
    }

    private String file(String cidr) {
        return """
                infra: { provider: docker, cidr: %1$s }
                services:
                  web: { image: "%2$s", start: serve 8080, expose: 8080 }
                  api: { image: "%2$s", start: serve 8080, expose: 8080 }
                """.formatted(cidr, TestImages.busybox());
    }

    @Test
    void theRangeIsTheNetworksSubnet() {
        lab.up(file(range(0)));

        assertThat(network().getIpam().getConfig().getFirst().getSubnet()).isEqualTo(range(0));
        assertThat(lab.plan(file(range(0))).isEmpty()).isTrue();
    }

    @Test
    void anotherRangeMakesTheNetworkAnewAndMovesTheRunningContainers() {
        lab.up(file(range(0)));
        String started = startedAt();

        Plan plan = lab.up(file(range(1)));

        assertThat(plan.count(Action.REPLACE)).isEqualTo(1);
        assertThat(network().getIpam().getConfig().getFirst().getSubnet()).isEqualTo(range(1));
        assertThat(startedAt()).as("the containers went on running").isEqualTo(started);
        assertThat(lab.run("web", List.of("wget", "-q", "-O", "-", "http://api:8080/")))
                .isEqualTo("hello");
        assertThat(lab.plan(file(range(1))).isEmpty()).isTrue();
    }

    @Test
    void aRangeThatOverlapsAnotherNetworkIsToldWithItsPlaceBeforeAnythingIsMade() {
        String other = lab.project() + "-other";
        docker.createNetworkCmd()
                .withName(other)
                .withIpam(new Network.Ipam().withConfig(new Network.Ipam.Config().withSubnet(range(0))))
                .exec();
        try {
            assertThatThrownBy(() -> lab.plan(file(range(0))))
                    .isInstanceOfSatisfying(InvalidConfigException.class, e -> {
                        Problem problem = e.problems().getFirst();
                        assertThat(problem.what())
                                .isEqualTo("the range " + range(0) + " overlaps the docker network " + other + " ("
                                        + range(0) + ")");
                        assertThat(problem.place()).hasToString("nanokit.yml:3:34");
                    });
            assertThatThrownBy(() -> lab.up(file(range(0)))).hasMessageContaining("Pool overlaps");
        } finally {
            docker.removeNetworkCmd(other).exec();
        }
    }

    @Test
    void aRangeThatThisMachineIsInIsToldToo() {
        assertThat(lab.preflight(file("172.17.0.0/16")))
                .extracting(Problem::what)
                .anySatisfy(what -> assertThat(what).contains("overlaps the docker network bridge"));
    }

    @Test
    void aNetworkWithAStrangerOnItIsNotMadeAnew() {
        lab.up(file(range(0)));
        String stranger = docker.createContainerCmd(TestImages.busybox())
                .withCmd("sleep", "1000")
                .exec()
                .getId();
        try {
            docker.connectToNetworkCmd()
                    .withNetworkId(network().getId())
                    .withContainerId(stranger)
                    .exec();
            docker.startContainerCmd(stranger).exec();

            assertThatThrownBy(() -> lab.up(file(range(1))))
                    .hasMessageContaining("which was not made by Nanokit, is on the network");
            assertThat(network().getIpam().getConfig().getFirst().getSubnet()).isEqualTo(range(0));
        } finally {
            docker.removeContainerCmd(stranger).withForce(true).exec();
        }
    }

    private String startedAt() {
        return docker.inspectContainerCmd(lab.nameOf("web")).exec().getState().getStartedAt();
    }

    private Network network() {
        return docker.listNetworksCmd()
                .withFilter("label", List.of(Labels.PROJECT + "=" + lab.project()))
                .exec()
                .getFirst();
    }
}

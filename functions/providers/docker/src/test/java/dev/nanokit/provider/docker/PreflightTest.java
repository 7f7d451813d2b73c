package dev.nanokit.provider.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Ports;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.provider.ProviderException;
import dev.nanokit.provider.docker.engine.EngineClient;
import dev.nanokit.provider.docker.lab.Lab;
import dev.nanokit.provider.docker.lab.RequiresEngine;
import dev.nanokit.provider.docker.lab.TestEngine;
import dev.nanokit.provider.docker.lab.TestImages;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be known beforehand is told before anything is changed. */
@RequiresEngine
class PreflightTest {
    private final Lab lab = new Lab();
    private final EngineClient engine = TestEngine.client();

    @AfterEach
    void cleanUp() {
        lab.close();
        engine.close();
    }

    private static String publishing(int port) {
        return "services: { web: { image: \"" + TestImages.busybox() + "\", start: serve 8080, port: " + port
                + ", expose: 8080 } }\n";
    }

    @Test
    void aPortThatAContainerHoldsIsToldWithItsName() throws IOException {
        int port = freePort();
        String holder = engine.docker()
                .createContainerCmd(TestImages.busybox())
                .withName(lab.project() + "-holder")
                .withCmd("serve", "8080")
                .withExposedPorts(ExposedPort.tcp(8080))
                .withHostConfig(HostConfig.newHostConfig()
                        .withPortBindings(new Ports(ExposedPort.tcp(8080), Ports.Binding.bindPort(port))))
                .exec()
                .getId();
        try {
            engine.docker().startContainerCmd(holder).exec();

            assertThat(lab.preflight(publishing(port)))
                    .extracting(Problem::what)
                    .containsExactly("port " + port + " is in use by container " + lab.project() + "-holder");
            assertThatThrownBy(() -> lab.up(publishing(port)))
                    .isInstanceOfSatisfying(ProviderException.class, e -> {
                        assertThat(e.code()).isEqualTo("rollout-failed");
                        assertThat(e.retryable()).isFalse();
                    })
                    .hasMessageContaining("port is already allocated");
        } finally {
            engine.docker().removeContainerCmd(holder).withForce(true).exec();
        }
    }

    @Test
    void aPortThatAProcessOfThisMachineHoldsIsTold() throws IOException {
        try (ServerSocket holder = new ServerSocket(0)) {
            assertThat(lab.preflight(publishing(holder.getLocalPort())))
                    .extracting(Problem::what)
                    .containsExactly("port " + holder.getLocalPort() + " is in use by another process of this machine");
        }
    }

    @Test
    void itsOwnPortIsNoProblemForAnUpdate() throws IOException {
        int port = freePort();
        lab.up(publishing(port));

        assertThat(lab.preflight(publishing(port).replace("expose: 8080", "expose: 8080, env: { A: b }")))
                .isEmpty();
    }

    @Test
    void anImageThatIsNotThereAndCanNotBeAskedForIsWarnedOf() {
        List<Problem> problems = lab.preflight("services: { web: { image: \"nanokit-test-no-such-image:1\" } }\n");

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.what()).contains("the image nanokit-test-no-such-image:1 is not on the engine");
            assertThat(problem.place()).hasToString("nanokit.yml:3:27");
        });
    }

    @Test
    void anImageThatCanNotBePulledIsAnErrorThatSaysHowToBringItThere() {
        assertThatThrownBy(() -> lab.up("services: { web: { image: \"nanokit-test-no-such-image:1\" } }\n"))
                .isInstanceOfSatisfying(ProviderException.class, e -> {
                    assertThat(e.code()).isIn("registry-unreachable", "registry-slow", "image-refused");
                    assertThat(e.fix()).isNotBlank();
                })
                .hasMessageContaining("pulling image nanokit-test-no-such-image:1");
    }

    @Test
    void aFolderThatIsNotThereIsTold(@TempDir Path folder) {
        lab.in(folder);
        String file = "services: { web: { image: \"" + TestImages.busybox()
                + "\", start: serve 8080, volumes: [\"./missing:/data\"] } }\n";

        assertThat(lab.preflight(file)).extracting(Problem::what).containsExactly("the folder ./missing is not there");
        assertThatThrownBy(() -> lab.up(file)).hasMessageContaining("bind source path does not exist");
    }

    @Test
    void aPlanWithNothingToDoIsNotLookedInto() {
        String file = "services: { web: { image: \"" + TestImages.busybox() + "\", start: serve 8080 } }\n";
        lab.up(file);

        assertThat(lab.preflight(file)).isEmpty();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

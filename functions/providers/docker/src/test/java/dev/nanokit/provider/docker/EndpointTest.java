package dev.nanokit.provider.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nanokit.provider.ProviderException;
import dev.nanokit.provider.docker.lab.Lab;
import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/** An engine that can't be reached. Needs none. */
class EndpointTest {
    private static final String FILE = "services: { web: { image: \"nginx:1.27\" } }\n";

    @Test
    void aSocketFileThatIsNotThereSaysHowToStartDocker() {
        Lab lab = new Lab().with("DOCKER_HOST", "unix:///nowhere/docker.sock");

        assertThatThrownBy(() -> lab.plan(FILE)).isInstanceOfSatisfying(ProviderException.class, e -> {
            assertThat(e).hasMessageContaining("the Docker engine at unix:///nowhere/docker.sock can't be reached");
            assertThat(e.fix()).contains("systemctl start docker");
            assertThat(e.retryable()).isFalse();
        });
    }

    @Test
    void aPortWhereNothingListensSaysSo() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Lab lab = new Lab().with("DOCKER_HOST", "tcp://127.0.0.1:" + port);

        assertThatThrownBy(() -> lab.plan(FILE))
                .hasMessageContaining("tcp://127.0.0.1:" + port)
                .hasMessageContaining("refused");
    }

    @Test
    void whatIsNoEngineIsToldFromOne() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            Thread.ofVirtual().start(() -> answer(socket, "SSH-2.0-OpenSSH_9.2\r\n"));
            Lab lab = new Lab().with("DOCKER_HOST", "tcp://127.0.0.1:" + socket.getLocalPort());

            assertThatThrownBy(() -> lab.plan(FILE)).hasMessageContaining("what answers is no Docker engine");
        }
    }

    @Test
    void anAddressOfAnUnknownKindIsRefused() {
        Lab lab = new Lab().with("DOCKER_HOST", "npipe:////./pipe/docker_engine");

        assertThatThrownBy(() -> lab.plan(FILE)).isInstanceOfSatisfying(ProviderException.class, e -> {
            assertThat(e).hasMessageContaining("DOCKER_HOST is 'npipe:////./pipe/docker_engine'");
            assertThat(e.fix()).contains("unix://").contains("tcp://").contains("ssh://");
        });
    }

    private static void answer(ServerSocket socket, String text) {
        try (var client = socket.accept()) {
            client.getOutputStream().write(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            client.getOutputStream().flush();
            client.getInputStream().read();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

package dev.nanokit.provider.docker.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nanokit.engine.config.Deploy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndpointsTest {
    @TempDir
    private Path home;

    private Endpoint resolve(String... variables) {
        Map<String, String> all = new HashMap<>(Map.of("HOME", home.toString()));
        for (int i = 0; i < variables.length; i += 2) {
            all.put(variables[i], variables[i + 1]);
        }
        return new Endpoints(all, Path.of("/repo")).resolve(Optional.empty());
    }

    private void write(String path, String content) throws IOException {
        Path file = home.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    @Test
    void withoutAnythingItIsTheSocketOfThisMachine() {
        assertThat(resolve()).isEqualTo(new Endpoint.SocketFile(Path.of("/var/run/docker.sock")));
    }

    @Test
    void dockerHostNamesASocketATcpPortOrAnSshHost() {
        assertThat(resolve("DOCKER_HOST", "unix:///run/user/1000/docker.sock"))
                .isEqualTo(new Endpoint.SocketFile(Path.of("/run/user/1000/docker.sock")));
        assertThat(resolve("DOCKER_HOST", "tcp://build:2375"))
                .isEqualTo(new Endpoint.Tcp("build", 2375, Optional.empty()));
        assertThat(resolve("DOCKER_HOST", "ssh://ops@build:2222"))
                .isEqualTo(new Endpoint.Ssh("ops", "build", 2222, Optional.empty()));
        assertThat(resolve("DOCKER_HOST", "ssh://ops@build")).hasToString("ssh://ops@build");
    }

    @Test
    void tlsIsSpokenWithTheCertificatesThatAreNamed() {
        assertThat(resolve("DOCKER_HOST", "tcp://build", "DOCKER_TLS_VERIFY", "1", "DOCKER_CERT_PATH", "/certs"))
                .isEqualTo(new Endpoint.Tcp("build", 2376, Optional.of(Path.of("/certs"))));
        assertThat(resolve("DOCKER_HOST", "tcp://build", "DOCKER_TLS_VERIFY", "1"))
                .isEqualTo(new Endpoint.Tcp("build", 2376, Optional.of(home.resolve(".docker"))));
    }

    @Test
    void theChosenDockerContextIsUsed() throws IOException {
        write(".docker/config.json", "{\"currentContext\":\"colima\"}");
        write(
                ".docker/contexts/meta/f24fd3749c1368328e2b149bec149cb6795619f244c5b584e844961215dadd16/meta.json",
                "{\"Name\":\"colima\",\"Endpoints\":{\"docker\":{\"Host\":\"unix:///colima.sock\"}}}");

        assertThat(resolve()).isEqualTo(new Endpoint.SocketFile(Path.of("/colima.sock")));
        assertThat(resolve("DOCKER_CONTEXT", "default"))
                .isEqualTo(new Endpoint.SocketFile(Path.of("/var/run/docker.sock")));
        assertThat(resolve("DOCKER_HOST", "unix:///other.sock"))
                .isEqualTo(new Endpoint.SocketFile(Path.of("/other.sock")));
    }

    @Test
    void aContextThatIsNotThereIsTold() {
        assertThatThrownBy(() -> resolve("DOCKER_CONTEXT", "gone"))
                .hasMessageContaining("the Docker context 'gone' is chosen, but names no engine");
    }

    @Test
    void deployInTheFileWinsOverTheMachinesSettings() {
        Deploy deploy = new Deploy(List.of("vps.example"), "deploy", 22, Optional.of("keys/vps"));
        Endpoints endpoints =
                new Endpoints(Map.of("DOCKER_HOST", "unix:///x", "HOME", home.toString()), Path.of("/repo"));

        assertThat(endpoints.resolve(Optional.of(deploy)))
                .isEqualTo(new Endpoint.Ssh("deploy", "vps.example", 22, Optional.of(Path.of("/repo/keys/vps"))));
    }

    @Test
    void whatIsNoAddressIsRefused() {
        assertThatThrownBy(() -> resolve("DOCKER_HOST", "not an address"))
                .hasMessageContaining("DOCKER_HOST is 'not an address'");
        assertThatThrownBy(() -> resolve("DOCKER_HOST", "unix://")).hasMessageContaining("no address");
    }
}

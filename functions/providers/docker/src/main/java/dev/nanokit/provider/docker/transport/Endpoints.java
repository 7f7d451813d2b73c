package dev.nanokit.provider.docker.transport;

import dev.nanokit.engine.config.Deploy;
import dev.nanokit.provider.ProviderException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out which engine is meant, as Docker's own client does: {@code deploy} in the file, else {@code DOCKER_HOST},
 * else the chosen Docker context, else the socket file of this machine.
 */
public final class Endpoints {
    private static final Path DEFAULT_SOCKET = Path.of("/var/run/docker.sock");
    private static final int TCP_PORT = 2375;
    private static final int TLS_PORT = 2376;
    private static final int SSH_PORT = 22;

    private final Map<String, String> variables;
    private final Path baseFolder;

    /** @param baseFolder that of nanokit.yml, to which {@code deploy.sshKey} is relative */
    public Endpoints(Map<String, String> variables, Path baseFolder) {
        this.variables = Map.copyOf(variables);
        this.baseFolder = baseFolder;
    }

    /** @throws ProviderException when what names the engine can't be understood */
    public Endpoint resolve(Optional<Deploy> deploy) {
        if (deploy.isPresent()) {
            return ssh(deploy.get());
        }
        return variable("DOCKER_HOST")
                .map(host -> parse(host, "DOCKER_HOST"))
                .or(() -> DockerContext.host(variables).map(host -> parse(host, "the Docker context")))
                .orElseGet(() -> new Endpoint.SocketFile(DEFAULT_SOCKET));
    }

    private Endpoint ssh(Deploy deploy) {
        Optional<Path> key = deploy.sshKey()
                .map(path -> path.startsWith("~/") ? home(variables).resolve(path.substring(2)) : Path.of(path))
                .map(path -> baseFolder.resolve(path).normalize());
        return new Endpoint.Ssh(deploy.sshUser(), deploy.hosts().getFirst(), deploy.sshPort(), key);
    }

    private Endpoint parse(String text, String from) {
        URI uri;
        try {
            uri = URI.create(text);
        } catch (IllegalArgumentException e) {
            throw unknown(text, from, e);
        }
        String scheme = Optional.ofNullable(uri.getScheme()).orElse("");
        if (scheme.equals("unix") && uri.getPath() != null && !uri.getPath().isEmpty()) {
            return new Endpoint.SocketFile(Path.of(uri.getPath()));
        }
        if ((scheme.equals("tcp") || scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null) {
            return tcp(uri);
        }
        if (scheme.equals("ssh") && uri.getHost() != null) {
            String user = Optional.ofNullable(uri.getUserInfo()).orElseGet(() -> System.getProperty("user.name"));
            return new Endpoint.Ssh(
                    user, uri.getHost(), uri.getPort() < 0 ? SSH_PORT : uri.getPort(), Optional.empty());
        }
        throw unknown(text, from, null);
    }

    private Endpoint tcp(URI uri) {
        boolean tls =
                uri.getScheme().equals("https") || variable("DOCKER_TLS_VERIFY").isPresent();
        Optional<Path> certificates = tls
                ? Optional.of(
                        variable("DOCKER_CERT_PATH").map(Path.of("")::resolve).orElseGet(() -> configFolder(variables)))
                : Optional.empty();
        int port = uri.getPort() >= 0 ? uri.getPort() : tls ? TLS_PORT : TCP_PORT;
        return new Endpoint.Tcp(uri.getHost(), port, certificates);
    }

    private static ProviderException unknown(String text, String from, Exception cause) {
        return new ProviderException(
                from + " is '" + text + "', which is no address of a Docker engine",
                false,
                "endpoint",
                "give unix:///path/to/docker.sock, tcp://host:2376 or ssh://user@host",
                cause);
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }

    /** Where Docker's client keeps its settings: {@code ~/.docker}. */
    public static Path configFolder(Map<String, String> variables) {
        return Optional.ofNullable(variables.get("DOCKER_CONFIG"))
                .filter(value -> !value.isBlank())
                .map(Path.of("")::resolve)
                .orElseGet(() -> home(variables).resolve(".docker"));
    }

    public static Path home(Map<String, String> variables) {
        return Path.of(variables.getOrDefault("HOME", System.getProperty("user.home")));
    }
}

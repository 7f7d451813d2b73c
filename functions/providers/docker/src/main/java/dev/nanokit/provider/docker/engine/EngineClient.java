package dev.nanokit.provider.docker.engine;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.transport.DockerHttpClient;
import dev.nanokit.provider.ProviderException;
import dev.nanokit.provider.docker.transport.Dialer;
import dev.nanokit.provider.docker.transport.Endpoints;
import dev.nanokit.provider.docker.transport.EngineHttpClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks with one Docker engine. What is only read is read as plain JSON: docker-java's object mapper and models take
 * a third of a second to load, which a plan would wait for; they are loaded once something is to be changed.
 */
public final class EngineClient implements AutoCloseable {
    private static final Duration READ_WITHIN = Duration.ofSeconds(60);

    private final Dialer dialer;
    private final EngineHttpClient http;
    private final EngineErrors errors;
    private final Map<String, String> variables;
    private final ApiVersion version;
    private final String software;
    private volatile DockerClient docker;

    /** @param about the engine's answer to {@code /version} */
    private EngineClient(
            Dialer dialer, EngineHttpClient http, EngineErrors errors, Map<String, String> variables, JsonNode about) {
        this.dialer = dialer;
        this.http = http;
        this.errors = errors;
        this.variables = variables;
        this.version = ApiVersion.chosenFrom(about);
        this.software = "engine " + about.path("Version").asString("of unknown version") + ", API " + version;
    }

    /** @throws ProviderException when the engine can't be reached */
    public static EngineClient connect(Dialer dialer, Map<String, String> variables) {
        EngineErrors errors = new EngineErrors(dialer.endpoint());
        EngineHttpClient http = new EngineHttpClient(dialer);
        try {
            JsonNode about = JsonMapper.shared().readTree(read(http, errors, "/version", "asking for its version"));
            return new EngineClient(dialer, http, errors, variables, about);
        } catch (RuntimeException e) {
            closeQuietly(http, dialer, e);
            throw errors.of(e, "connecting");
        }
    }

    public String endpoint() {
        return dialer.endpoint();
    }

    /** What answers there, with its version and that of the API that is spoken with it. */
    public String software() {
        return software;
    }

    public Dialer dialer() {
        return dialer;
    }

    /** Where Docker's own settings and credentials are. */
    public Map<String, String> variables() {
        return variables;
    }

    public EngineErrors errors() {
        return errors;
    }

    /**
     * Reads something from the engine.
     *
     * @param path with its query: {@code /networks}
     * @param doing a phrase that follows "while"
     */
    public JsonNode get(String path, String doing) {
        return JsonMapper.shared().readTree(read(http, errors, "/v" + version + path, doing));
    }

    /** As {@link #get}; empty where there is no such thing. */
    public Optional<JsonNode> find(String path, String doing) {
        return findBytes(path, doing).map(JsonMapper.shared()::readTree);
    }

    /** As {@link #find}, for what is no JSON. */
    public Optional<byte[]> findBytes(String path, String doing) {
        return findBytes(path, doing, Map.of(), READ_WITHIN);
    }

    /** @param within how long the engine may think before it begins to answer */
    public Optional<byte[]> findBytes(String path, String doing, Map<String, String> headers, Duration within) {
        try {
            return Optional.of(read(http, errors, "/v" + version + path, doing, headers, within));
        } catch (ProviderException e) {
            if (e.getCause() instanceof NoSuchThing) {
                return Optional.empty();
            }
            throw e;
        }
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The client by which things are changed. */
    public DockerClient docker() {
        DockerClient client = docker;
        if (client == null) {
            synchronized (this) {
                client = docker == null ? load() : docker;
                docker = client;
            }
        }
        return client;
    }

    private DockerClient load() {
        var config = DefaultDockerClientConfig.createDefaultConfigBuilder()
                .withDockerHost("unix:///var/run/docker.sock")
                .withDockerTlsVerify(false)
                .withDockerConfig(Endpoints.configFolder(variables).toString())
                .withApiVersion(version.toString())
                .build();
        return DockerClientImpl.getInstance(config, http);
    }

    private static byte[] read(EngineHttpClient http, EngineErrors errors, String path, String doing) {
        return read(http, errors, path, doing, Map.of(), READ_WITHIN);
    }

    private static byte[] read(
            EngineHttpClient http,
            EngineErrors errors,
            String path,
            String doing,
            Map<String, String> headers,
            Duration within) {
        DockerHttpClient.Request request = DockerHttpClient.Request.builder()
                .method(DockerHttpClient.Request.Method.GET)
                .path(path)
                .putAllHeaders(headers)
                .build();
        try (DockerHttpClient.Response response = http.execute(request, within);
                InputStream body = response.getBody()) {
            byte[] bytes = body.readAllBytes();
            int status = response.getStatusCode();
            if (status == 404) {
                throw errors.of(status, new String(bytes, StandardCharsets.UTF_8), doing, new NoSuchThing());
            }
            if (status != 200) {
                throw errors.of(status, new String(bytes, StandardCharsets.UTF_8), doing, null);
            }
            return bytes;
        } catch (IOException e) {
            throw errors.of(new UncheckedIOException(e), doing);
        } catch (RuntimeException e) {
            throw errors.of(e, doing);
        }
    }

    private static void closeQuietly(EngineHttpClient http, Dialer dialer, RuntimeException cause) {
        try (dialer;
                http) {
            return;
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    @Override
    public void close() {
        try (dialer;
                http) {
            docker = null;
        } catch (IOException e) {
            throw errors.of(new UncheckedIOException(e), "closing the connection");
        }
    }

    /** Marks an answer of 404. */
    private static final class NoSuchThing extends RuntimeException {
        NoSuchThing() {
            super("no such thing", null, false, false);
        }
    }
}

package dev.nanokit.provider.docker.engine;

import com.github.dockerjava.api.model.AuthConfig;
import dev.nanokit.provider.ProviderException;
import dev.nanokit.provider.docker.transport.Endpoints;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The credentials that {@code docker login} has kept: in Docker's settings file, or with a helper program that the file
 * names.
 */
public final class RegistryLogin {
    /** Under this key Docker keeps the credentials for its default registry. */
    private static final String DEFAULT_REGISTRY_SUFFIX = "/v1/";

    private static final int HELPER_SECONDS = 10;

    private final Map<String, String> variables;

    public RegistryLogin(Map<String, String> variables) {
        this.variables = variables;
    }

    /** The header by which the engine is handed the credentials; empty where there are none. */
    public Map<String, String> headersFor(String image) {
        return login(image)
                .map(login -> Map.of("X-Registry-Auth", encoded(login)))
                .orElse(Map.of());
    }

    public Optional<AuthConfig> forImage(String image) {
        return login(image).map(login -> {
            AuthConfig config = new AuthConfig().withRegistryAddress(login.registry());
            return login.user().equals("<token>")
                    ? config.withIdentityToken(login.secret())
                    : config.withUsername(login.user()).withPassword(login.secret());
        });
    }

    private static String encoded(Login login) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (login.user().equals("<token>")) {
            fields.put("identitytoken", login.secret());
        } else {
            fields.put("username", login.user());
            fields.put("password", login.secret());
        }
        fields.put("serveraddress", login.registry());
        byte[] json = JsonMapper.shared().writeValueAsBytes(fields);
        return Base64.getUrlEncoder().encodeToString(json);
    }

    private Optional<Login> login(String image) {
        JsonNode config = config();
        Optional<String> registry = ImageReference.registry(image);
        Optional<String> key = keys(config)
                .filter(candidate -> registry.map(host -> isFor(candidate, host))
                        .orElseGet(() -> candidate.endsWith(DEFAULT_REGISTRY_SUFFIX)))
                .findFirst();
        String address = key.or(() -> registry).orElse("");
        String helper = config.path("credHelpers")
                .path(address)
                .asString(config.path("credsStore").asString(""));
        if (!helper.isEmpty() && !address.isEmpty()) {
            return fromHelper(helper, address);
        }
        return key.flatMap(known -> fromFile(known, config.path("auths").path(known)));
    }

    private static Stream<String> keys(JsonNode config) {
        return Stream.of("auths", "credHelpers").flatMap(section -> config.path(section).propertyNames().stream());
    }

    private static boolean isFor(String key, String host) {
        String bare = key.replaceFirst("^https?://", "").replaceFirst("/.*$", "");
        return bare.equals(host);
    }

    private static Optional<Login> fromFile(String registry, JsonNode auth) {
        String identity = auth.path("identitytoken").asString("");
        if (!identity.isEmpty()) {
            return Optional.of(new Login(registry, "<token>", identity));
        }
        String decoded = new String(Base64.getDecoder().decode(auth.path("auth").asString("")), StandardCharsets.UTF_8);
        int colon = decoded.indexOf(':');
        return colon < 0
                ? Optional.empty()
                : Optional.of(new Login(registry, decoded.substring(0, colon), decoded.substring(colon + 1)));
    }

    private static Optional<Login> fromHelper(String helper, String registry) {
        try {
            Process process = new ProcessBuilder("docker-credential-" + helper, "get").start();
            process.getOutputStream().write(registry.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
            byte[] answer = process.getInputStream().readAllBytes();
            if (!process.waitFor(HELPER_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroy();
                return Optional.empty();
            }
            JsonNode login = JsonMapper.shared().readTree(answer);
            return Optional.of(new Login(
                    registry,
                    login.path("Username").asString(""),
                    login.path("Secret").asString("")));
        } catch (IOException | JacksonException e) {
            throw new ProviderException(
                    "the credential helper docker-credential-" + helper + " can't be asked for " + registry,
                    false,
                    "credential-helper",
                    "install it, or log in without it: 'docker login'",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private JsonNode config() {
        Path file = Endpoints.configFolder(variables).resolve("config.json");
        try {
            return JsonMapper.shared().readTree(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return JsonMapper.shared().createObjectNode();
        } catch (IOException | JacksonException e) {
            throw new ProviderException(
                    file + " can't be read", false, "docker-config", "repair the file, or remove it", e);
        }
    }

    /** Credentials. Has no text form of its own, so that none is written by accident. */
    private record Login(String registry, String user, String secret) {
        @Override
        public String toString() {
            return "login for " + registry;
        }
    }
}

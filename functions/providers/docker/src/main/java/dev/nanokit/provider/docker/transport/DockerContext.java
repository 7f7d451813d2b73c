package dev.nanokit.provider.docker.transport;

import dev.nanokit.provider.ProviderException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The engine that {@code docker context use} has chosen, or {@code DOCKER_CONTEXT} names. */
final class DockerContext {
    private static final String DEFAULT = "default";

    private DockerContext() {}

    /** The address in the chosen context; empty where none is chosen, or the default one is. */
    static Optional<String> host(Map<String, String> variables) {
        Path folder = Endpoints.configFolder(variables);
        return Optional.ofNullable(variables.get("DOCKER_CONTEXT"))
                .filter(name -> !name.isBlank())
                .or(() -> read(folder.resolve("config.json"))
                        .map(config -> config.path("currentContext").asString("")))
                .filter(name -> !name.isEmpty() && !name.equals(DEFAULT))
                .map(name -> address(folder, name));
    }

    private static String address(Path folder, String name) {
        Path file = folder.resolve("contexts/meta").resolve(sha256(name)).resolve("meta.json");
        return read(file)
                .map(meta -> meta.path("Endpoints").path("docker").path("Host").asString(""))
                .filter(host -> !host.isEmpty())
                .orElseThrow(() -> new ProviderException(
                        "the Docker context '" + name + "' is chosen, but names no engine",
                        false,
                        "endpoint",
                        "look at 'docker context ls', or set DOCKER_HOST",
                        null));
    }

    private static Optional<JsonNode> read(Path file) {
        try {
            return Optional.of(JsonMapper.shared().readTree(Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | JacksonException e) {
            throw new ProviderException(
                    file + " can't be read", false, "endpoint", "repair the file, or set DOCKER_HOST", e);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no SHA-256", e);
        }
    }
}

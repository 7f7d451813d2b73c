package dev.nanokit.provider;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a connection may draw upon.
 *
 * @param baseFolder the folder of nanokit.yml: build contexts are relative to it
 * @param variables credentials and endpoints ({@code DOCKER_HOST}), from the process or the project's declared ones
 */
public record ConnectionSettings(Path baseFolder, Map<String, String> variables) {
    public ConnectionSettings {
        variables = Map.copyOf(variables);
    }
}

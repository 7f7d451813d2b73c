package dev.nanokit.engine.config;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * The reverse proxy in front of container hosts.
 *
 * @param httpsPort empty for plain HTTP only
 */
public record Gateway(Optional<String> image, int httpPort, OptionalInt httpsPort) {}

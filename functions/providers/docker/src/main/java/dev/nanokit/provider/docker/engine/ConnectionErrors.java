package dev.nanokit.provider.docker.engine;

import dev.nanokit.provider.ProviderException;
import java.io.IOException;
import java.util.Locale;

/** Errors on the way to the engine, with what to do about each. */
final class ConnectionErrors {
    private ConnectionErrors() {}

    static ProviderException of(String endpoint, IOException broken) {
        if (broken instanceof KnownConnectionException known) {
            return new ProviderException(known.getMessage(), false, known.code(), known.fix(), broken);
        }
        String reason = String.valueOf(broken.getMessage());
        String lower = reason.toLowerCase(Locale.ROOT);
        if (lower.contains("permission denied")) {
            return unreachable(
                    endpoint,
                    reason,
                    false,
                    "let your user use Docker: 'sudo usermod -aG docker $USER', then log in anew",
                    broken);
        }
        boolean absent = lower.contains("no such file") || lower.contains("connection refused");
        String fix = endpoint.startsWith("unix:")
                ? "start Docker ('sudo systemctl start docker', or Docker Desktop), or point DOCKER_HOST at an engine"
                : "check that the engine runs there and that the address is right";
        return unreachable(endpoint, reason, !absent, fix, broken);
    }

    private static ProviderException unreachable(
            String endpoint, String reason, boolean retryable, String fix, IOException cause) {
        return new ProviderException(
                "the Docker engine at " + endpoint + " can't be reached: " + reason,
                retryable,
                "unreachable",
                fix,
                cause);
    }
}

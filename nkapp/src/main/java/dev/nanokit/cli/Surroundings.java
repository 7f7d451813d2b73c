package dev.nanokit.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/**
 * What the process was started in.
 *
 * @param folder the working folder, absolute
 * @param variables the process's environment variables
 * @param user who runs it, as the operating system says
 * @param clock what the time shown to people is read from; nothing is decided by it
 */
public record Surroundings(
        Path folder,
        Map<String, String> variables,
        Path home,
        String user,
        String host,
        long pid,
        InstantSource clock) {
    public Surroundings {
        variables = Map.copyOf(variables);
    }

    /** Who runs this, as a lock names its holder: {@code ada@laptop (pid 4711)}. */
    public String who() {
        return user + "@" + host + " (pid " + pid + ")";
    }
}

package dev.nanokit.cli;

import dev.nanokit.cli.backend.LiveBackend;
import dev.nanokit.cli.terminal.SignalInterrupts;
import dev.nanokit.cli.terminal.SystemTerminal;
import dev.nanokit.stages.Pause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/** Starts nkapp as a process. */
public final class Main {
    private Main() {}

    public static void main(String[] words) {
        System.exit(run(words));
    }

    /** Does all that the process does, and returns its exit status. */
    public static int run(String... words) {
        Session session = new Session(
                surroundings(), SystemTerminal.open(), LiveBackend::open, new SignalInterrupts(), Pause.SLEEP);
        int status = new Nkapp(session).run(words);
        session.terminal().out().flush();
        session.terminal().err().flush();
        return status;
    }

    private static Surroundings surroundings() {
        Map<String, String> variables = System.getenv();
        return new Surroundings(
                Path.of("").toAbsolutePath(),
                variables,
                Path.of(System.getProperty("user.home")),
                System.getProperty("user.name"),
                host(variables),
                ProcessHandle.current().pid(),
                InstantSource.system());
    }

    /** The machine's name as far as it is known without asking the network. */
    private static String host(Map<String, String> variables) {
        String named = variables.getOrDefault("HOSTNAME", "");
        if (!named.isBlank()) {
            return named;
        }
        try {
            Path file = Path.of("/etc/hostname");
            return Files.isReadable(file) ? Files.readString(file).strip() : "localhost";
        } catch (IOException e) {
            return "localhost";
        }
    }
}

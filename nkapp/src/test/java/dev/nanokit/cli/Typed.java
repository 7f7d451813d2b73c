package dev.nanokit.cli;

import dev.nanokit.cli.backend.Backend;
import dev.nanokit.cli.terminal.Interrupts;
import dev.nanokit.cli.terminal.Terminal;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Types commands into nkapp, in this process, and catches what it writes. */
public final class Typed {
    private final Path folder;
    private final Backend.Factory backends;
    private final Map<String, String> variables = new HashMap<>();
    private Optional<String> answer = Optional.empty();
    private boolean outIsTerminal;
    private Runnable pressed = () -> {};
    private Duration paused = Duration.ZERO;

    /** What came of a command. */
    public record Outcome(int status, String out, String err) {}

    public Typed(Path folder, Backend.Factory backends) {
        this.folder = folder;
        this.backends = backends;
    }

    public Typed file(String name, String text) {
        try {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Typed variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    /** Somebody sits at a terminal and answers so. */
    public Typed answering(String text) {
        answer = Optional.of(text + "\n");
        outIsTerminal = true;
        return this;
    }

    public Typed onTerminal() {
        outIsTerminal = true;
        return this;
    }

    /** Presses Ctrl-C, while a run goes on. */
    public void pressCtrlC() {
        pressed.run();
    }

    /** For how long nkapp has paused, all in all. */
    public Duration paused() {
        return paused;
    }

    public Outcome run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new BufferedReader(new StringReader(answer.orElse(""))),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                answer.isPresent(),
                outIsTerminal);
        Session session = new Session(surroundings(), terminal, backends, new TestInterrupts(), duration -> {
            paused = paused.plus(duration);
            return duration;
        });
        int status = new Nkapp(session).run(words);
        terminal.out().flush();
        terminal.err().flush();
        return new Outcome(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Surroundings surroundings() {
        return new Surroundings(folder, variables, folder, "ada", "laptop", 4711, InstantSource.fixed(Samples.NOW));
    }

    private final class TestInterrupts implements Interrupts {
        @Override
        public Watch watch(Runnable onFirst) {
            boolean[] seen = {false};
            pressed = () -> {
                seen[0] = true;
                onFirst.run();
            };
            return new Watch() {
                @Override
                public boolean pressed() {
                    return seen[0];
                }

                @Override
                public void close() {
                    pressed = () -> {};
                }
            };
        }
    }
}

package dev.nanokit.cli.github;

import dev.nanokit.cli.Nkapp;
import dev.nanokit.cli.Session;
import dev.nanokit.cli.Surroundings;
import dev.nanokit.cli.TestBackend;
import dev.nanokit.cli.terminal.Interrupts;
import dev.nanokit.cli.terminal.Terminal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** A command of nkapp that goes on while something else is done, in this process. */
public final class Aside {
    private final BufferedReader output;
    private final CompletableFuture<Integer> status;
    private final AtomicReference<Runnable> ctrlC = new AtomicReference<>(() -> {});

    private Aside(Path folder, Map<String, String> variables, String[] words) throws IOException {
        PipedOutputStream pipe = new PipedOutputStream();
        this.output =
                new BufferedReader(new InputStreamReader(new PipedInputStream(pipe, 1 << 20), StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(pipe, true, StandardCharsets.UTF_8);
        Surroundings surroundings =
                new Surroundings(folder, variables, folder, "ada", "laptop", 4711, InstantSource.system());
        Terminal terminal = new Terminal(new BufferedReader(Reader.nullReader()), out, out, false, false);
        Session session =
                new Session(surroundings, terminal, ignored -> new TestBackend(), new Watched(), duration -> duration);
        this.status = CompletableFuture.supplyAsync(() -> {
            try (out) {
                return new Nkapp(session).run(words);
            }
        });
    }

    public static Aside start(Path folder, Map<String, String> variables, String... words) {
        try {
            return new Aside(folder, variables, words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its next line; waits for it. */
    public String line() throws IOException {
        return output.readLine();
    }

    /** All that it says until its end. */
    public String rest() {
        return output.lines().collect(Collectors.joining("\n"));
    }

    public int status() {
        return status.join();
    }

    public void pressCtrlC() {
        ctrlC.get().run();
    }

    private final class Watched implements Interrupts {
        @Override
        public Watch watch(Runnable onFirst) {
            ctrlC.set(onFirst);
            return new Watch() {
                @Override
                public boolean pressed() {
                    return false;
                }

                @Override
                public void close() {
                    ctrlC.set(() -> {});
                }
            };
        }
    }
}

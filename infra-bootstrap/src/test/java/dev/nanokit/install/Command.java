package dev.nanokit.install;

import dev.nanokit.aws.standin.MissingTool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A program that is run from the root of the checkout.
 *
 * @param variables beside those that the tests have; an empty value takes one away
 */
record Command(List<String> words, Map<String, String> variables) {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final long MINUTES = 5;
    private static final Supplier<Boolean> PYTHON_IS_READY =
            once(() -> Command.of("python3", "-c", "import samtranslator, boto3, moto.server")
                            .run()
                            .status()
                    == 0);

    static Command of(String... words) {
        return new Command(List.of(words), Map.of());
    }

    /** Python with what infra-bootstrap/requirements.txt names, as bin/test puts it on the path, and moto. */
    static Command python(String... arguments) {
        if (!PYTHON_IS_READY.get()) {
            throw MissingTool.because("Python has no aws-sam-translator, boto3 and moto; bin/test installs them");
        }
        List<String> words = new ArrayList<>(List.of("python3", "-m"));
        words.addAll(List.of(arguments));
        return new Command(
                words, Map.of("PYTHONPATH", ROOT.resolve("infra-bootstrap").toString()));
    }

    private static <T> Supplier<T> once(Supplier<T> ask) {
        return new Supplier<>() {
            private T answer;

            @Override
            public synchronized T get() {
                if (answer == null) {
                    answer = ask.get();
                }
                return answer;
            }
        };
    }

    Command with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(variables);
        all.putAll(more);
        return new Command(words, all);
    }

    /** What it ended with, and what it wrote. */
    record Outcome(int status, String out, String err) {
        String all() {
            return out + err;
        }
    }

    Outcome run() {
        try {
            Path out = Files.createTempFile("nanokit", ".out");
            Path err = Files.createTempFile("nanokit", ".err");
            try {
                return run(out, err);
            } finally {
                Files.delete(out);
                Files.delete(err);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Outcome run(Path out, Path err) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(ROOT.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        variables.forEach((name, value) -> {
            if (value.isEmpty()) {
                builder.environment().remove(name);
            } else {
                builder.environment().put(name, value);
            }
        });
        Process process = start(builder);
        process.getOutputStream().close();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
            throw new IllegalStateException(words + " does not end: " + Files.readString(out));
        }
        return new Outcome(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    private Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw MissingTool.because(words.getFirst() + " can't be started; bin/test installs it");
        }
    }
}

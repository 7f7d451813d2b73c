package dev.nanokit.cli.live;

import dev.nanokit.cli.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** {@code nkapp github serve} as a process of its own, and what it logs. */
final class Serving {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final BufferedReader output;
    private final List<String> said = new ArrayList<>();

    private Serving(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    static Serving start(Path folder, Map<String, String> variables, String... options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "github",
                "serve"));
        command.addAll(List.of(options));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(variables);
        try {
            return new Serving(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it takes webhooks; waits until it does. */
    URI webhook() {
        return URI.create("http://" + await("listening").path("address").asString() + "/webhook");
    }

    /** The next such event of its log. */
    JsonNode await(String event) {
        while (true) {
            JsonNode line = next();
            if (line.path("event").asString().equals(event)) {
                return line;
            }
        }
    }

    /** Waits until something that a trigger of this kind asked for is done. */
    void awaitDone(String trigger) {
        while (!await("finished").path("trigger").asString().equals(trigger)) {
            // Something else was done.
        }
    }

    private JsonNode next() {
        try {
            String line = output.readLine();
            if (line == null) {
                throw new AssertionError("it ended after: " + String.join("\n", said));
            }
            said.add(line);
            return JSON.readTree(line.startsWith("{") ? line : "{}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that it has said, to its end. */
    String everything() {
        output.lines().forEach(said::add);
        return String.join("\n", said);
    }

    /** SIGTERM, as a process supervisor sends it. Its output can still be read, unlike after {@link Process#destroy}. */
    int stop() throws InterruptedException {
        process.toHandle().destroy();
        return process.waitFor();
    }

    long pid() {
        return process.pid();
    }

    int status() throws InterruptedException {
        return process.waitFor();
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    void end() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}

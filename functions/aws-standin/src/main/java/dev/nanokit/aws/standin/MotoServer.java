package dev.nanokit.aws.standin;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * AWS as moto emulates it: the server at {@code NANOKIT_AWS_ENDPOINT}, else one that is started for the test. Without
 * either the test is skipped, or fails where {@code CI=true}.
 */
public final class MotoServer implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("Running on (http://\\S+)");

    private final URI endpoint;
    private final Optional<Process> process;

    private MotoServer(URI endpoint, Optional<Process> process) {
        this.endpoint = endpoint;
        this.process = process;
    }

    public static MotoServer start() {
        String given = System.getenv("NANOKIT_AWS_ENDPOINT");
        if (given != null) {
            return new MotoServer(URI.create(given), Optional.empty());
        }
        try {
            return launch();
        } catch (IOException e) {
            throw MissingTool.because("moto_server can't be started (" + e.getMessage() + "); bin/test installs it");
        }
    }

    private static MotoServer launch() throws IOException {
        Process process = new ProcessBuilder("moto_server", "-H", "127.0.0.1", "-p", "0")
                .redirectErrorStream(true)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        BufferedReader output = process.inputReader();
        StringBuilder seen = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                Thread.ofVirtual().start(() -> output.lines().forEach(ignored -> {}));
                return new MotoServer(URI.create(listening.group(1)), Optional.of(process));
            }
            seen.append(line).append('\n');
        }
        throw MissingTool.because("moto_server ended before it listened: " + seen);
    }

    public URI endpoint() {
        return endpoint;
    }

    /** The variables of a project whose AWS is this server. */
    public Map<String, String> variables() {
        return Map.of(
                "AWS_ENDPOINT_URL", endpoint.toString(),
                "AWS_REGION", "eu-central-1",
                "AWS_ACCESS_KEY_ID", "test",
                "AWS_SECRET_ACCESS_KEY", "test");
    }

    @Override
    public void close() {
        process.ifPresent(Process::destroy);
    }
}

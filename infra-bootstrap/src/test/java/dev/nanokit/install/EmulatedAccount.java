package dev.nanokit.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.aws.standin.MissingTool;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An empty AWS account as moto emulates it, with what src/test/python/emulated_account.py mends. Always moto: a stack is
 * made of more than the free LocalStack takes.
 */
final class EmulatedAccount implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("Running on (http://\\S+)");

    private final Process process;
    private final String endpoint;

    private EmulatedAccount(Process process, String endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    static EmulatedAccount open() {
        try {
            Process process = new ProcessBuilder("python3", "infra-bootstrap/src/test/python/emulated_account.py", "0")
                    .directory(Command.ROOT.toFile())
                    .redirectErrorStream(true)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            return listening(process);
        } catch (IOException e) {
            throw MissingTool.because("Python can't be started: " + e.getMessage());
        }
    }

    private static EmulatedAccount listening(Process process) throws IOException {
        BufferedReader output = process.inputReader();
        StringBuilder seen = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                Thread.ofVirtual().start(() -> output.lines().forEach(ignored -> {}));
                return new EmulatedAccount(process, listening.group(1));
            }
            seen.append(line).append('\n');
        }
        throw new AssertionError("moto ended before it listened: " + seen);
    }

    Map<String, String> variables() {
        return Map.of(
                "AWS_ENDPOINT_URL", endpoint,
                "AWS_REGION", "eu-central-1",
                "AWS_ACCESS_KEY_ID", "test",
                "AWS_SECRET_ACCESS_KEY", "test");
    }

    /** Takes everything out of the account. */
    void empty() {
        try {
            HttpURLConnection reset = (HttpURLConnection)
                    URI.create(endpoint + "/moto-api/reset").toURL().openConnection();
            reset.setRequestMethod("POST");
            assertThat(reset.getResponseCode()).isEqualTo(200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}

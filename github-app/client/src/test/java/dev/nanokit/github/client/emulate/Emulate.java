package dev.nanokit.github.client.emulate;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * GitHub as npm's emulate has it, started for a test from where {@code bin/test} put it. Without it the test is skipped,
 * or fails where {@code CI=true}.
 */
final class Emulate implements AutoCloseable {
    static final long APP = 12_345;
    static final long INSTALLATION = 100;
    static final String PERSON_TOKEN = "octocat-token";

    private static final Pattern LISTENING = Pattern.compile("listening on (http://\\S+)");

    private final Process process;
    private final URI address;

    private Emulate(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** @param keyFile the App's private key */
    static Emulate start(Path keyFile) {
        Path folder = folder();
        try {
            Process process = new ProcessBuilder(
                            "node", folder.resolve("github.mjs").toString(), keyFile.toString())
                    .redirectErrorStream(true)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            return new Emulate(process, listening(process));
        } catch (IOException e) {
            throw missing("node can't be started (" + e.getMessage() + ")");
        }
    }

    private static URI listening(Process process) throws IOException {
        BufferedReader output = process.inputReader();
        StringBuilder seen = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                Thread.ofVirtual().start(() -> output.lines().forEach(ignored -> {}));
                return URI.create(listening.group(1));
            }
            seen.append(line).append('\n');
        }
        throw missing("emulate ended before it listened: " + seen);
    }

    private static Path folder() {
        for (Path above = Path.of("").toAbsolutePath(); above != null; above = above.getParent()) {
            Path folder = above.resolve(".nanokit/emulate");
            if (Files.exists(folder.resolve("node_modules/emulate"))) {
                return folder;
            }
        }
        throw missing("npm's emulate is not in .nanokit/emulate; bin/test installs it");
    }

    private static RuntimeException missing(String why) {
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionFailedError(why);
        }
        return new TestAbortedException(why);
    }

    URI address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
    }
}

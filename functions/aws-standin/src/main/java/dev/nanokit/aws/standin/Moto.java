package dev.nanokit.aws.standin;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** moto, started for a test. */
final class Moto {
    private static final Pattern LISTENING = Pattern.compile("Running on (http://\\S+)");

    /** moto starts no tasks; it says that so many of a service run. */
    private static final String TASKS_THAT_RUN = "100";

    private Moto() {}

    static AwsStandin start() {
        try {
            return launch();
        } catch (IOException e) {
            throw MissingTool.because("moto_server can't be started (" + e.getMessage() + "); bin/test installs it");
        }
    }

    private static AwsStandin launch() throws IOException {
        ProcessBuilder server =
                new ProcessBuilder("moto_server", "-H", "127.0.0.1", "-p", "0").redirectErrorStream(true);
        server.environment().put("MOTO_IAM_LOAD_MANAGED_POLICIES", "true");
        server.environment().put("MOTO_ECS_SERVICE_RUNNING", TASKS_THAT_RUN);
        Process process = server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        BufferedReader output = process.inputReader();
        StringBuilder seen = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                Thread.ofVirtual().start(() -> output.lines().forEach(ignored -> {}));
                return new AwsStandin(URI.create(listening.group(1)), process::destroy);
            }
            seen.append(line).append('\n');
        }
        throw MissingTool.because("moto_server ended before it listened: " + seen);
    }
}

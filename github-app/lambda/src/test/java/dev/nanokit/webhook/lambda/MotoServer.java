package dev.nanokit.webhook.lambda;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/**
 * AWS as moto emulates it: the server at {@code NANOKIT_AWS_ENDPOINT}, else one that is started for the test. Without
 * either the test is skipped, or fails where {@code CI=true}.
 */
final class MotoServer implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("Running on (http://\\S+)");

    private final URI endpoint;
    private final Optional<Process> process;

    private MotoServer(URI endpoint, Optional<Process> process) {
        this.endpoint = endpoint;
        this.process = process;
    }

    static MotoServer start() {
        String given = System.getenv("NANOKIT_AWS_ENDPOINT");
        if (given != null) {
            return new MotoServer(URI.create(given), Optional.empty());
        }
        try {
            return launch();
        } catch (IOException e) {
            throw missing("moto_server can't be started (" + e.getMessage() + "); bin/test installs it");
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
        throw missing("moto_server ended before it listened: " + seen);
    }

    private static RuntimeException missing(String why) {
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionFailedError(why);
        }
        return new TestAbortedException(why);
    }

    URI endpoint() {
        return endpoint;
    }

    /** A client of the emulated account. */
    <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
        return clientAt(endpoint, builder);
    }

    /** A client that asks another address. */
    static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C clientAt(URI endpoint, B builder) {
        return builder.endpointOverride(endpoint)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    @Override
    public void close() {
        process.ifPresent(Process::destroy);
    }
}

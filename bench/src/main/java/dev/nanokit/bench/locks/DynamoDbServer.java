package dev.nanokit.bench.locks;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** DynamoDB Local in a process of its own, reached by HTTP as the real one is. */
final class DynamoDbServer implements AutoCloseable {
    private static final int TRIES = 120;

    private final Process process;
    private final int port;

    private DynamoDbServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static DynamoDbServer start() throws IOException, InterruptedException {
        int port = freePort();
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "software.amazon.dynamodb.services.local.main.ServerRunner",
                        "-inMemory",
                        "-disableTelemetry",
                        "-port",
                        Integer.toString(port)))
                .redirectErrorStream(true)
                .redirectOutput(new File("/dev/null"))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        DynamoDbServer server = new DynamoDbServer(process, port);
        server.awaitAnswer();
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitAnswer() throws InterruptedException {
        try (DynamoDbClient client = client(new RequestCounter())) {
            for (int tries = 1; ; tries++) {
                try {
                    client.listTables();
                    return;
                } catch (SdkClientException e) {
                    if (tries == TRIES || !process.isAlive()) {
                        throw new IllegalStateException("DynamoDB Local does not start", e);
                    }
                    Thread.sleep(250);
                }
            }
        }
    }

    /** A client whose requests are counted; the same for every contender. */
    DynamoDbClient client(RequestCounter counter) {
        return DynamoDbClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .endpointOverride(URI.create("http://127.0.0.1:" + port))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("bench", "bench")))
                .overrideConfiguration(configuration -> configuration.addExecutionInterceptor(counter))
                .build();
    }

    @Override
    public void close() {
        process.destroy();
    }
}

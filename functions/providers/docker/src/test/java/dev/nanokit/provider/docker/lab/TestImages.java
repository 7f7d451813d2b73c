package dev.nanokit.provider.docker.lab;

import com.github.dockerjava.transport.DockerHttpClient;
import dev.nanokit.provider.docker.engine.EngineClient;
import dev.nanokit.provider.docker.transport.EngineHttpClient;
import dev.nanokit.provider.docker.transport.UnixDialer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Images made on the spot from this machine's static busybox, since no registry may be reached from here. They are
 * removed when the tests end.
 */
public final class TestImages {
    /** Serves /www on the given port, and ends at once when it is asked to. */
    private static final String SERVE = """
            #!/bin/sh
            trap 'exit 0' TERM
            httpd -f -p "$1" -h /www &
            wait
            """;

    private TestImages() {}

    /** A shell and small tools, without a command of its own. */
    public static String busybox() {
        return Busybox.REFERENCE;
    }

    /** Has the busybox image under another name too. */
    public static String alias(String reference) {
        try (EngineClient engine = TestEngine.client()) {
            int colon = reference.lastIndexOf(':');
            engine.docker()
                    .tagImageCmd(busybox(), reference.substring(0, colon), reference.substring(colon + 1))
                    .exec();
        }
        return reference;
    }

    public static void remove(String reference) {
        try (EngineClient engine = TestEngine.client()) {
            engine.docker().removeImageCmd(reference).withForce(true).exec();
        }
    }

    static String random() {
        byte[] bytes = new byte[4];
        ThreadLocalRandom.current().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Makes an image of a root folder, as {@code docker import} does. docker-java's own call for this is broken. */
    static void importRoot(String reference, byte[] archive, String... changes) {
        String[] parts = reference.split(":", 2);
        try (EngineHttpClient http = new EngineHttpClient(new UnixDialer(Path.of("/var/run/docker.sock")));
                DockerHttpClient.Response response = http.execute(DockerHttpClient.Request.builder()
                        .method(DockerHttpClient.Request.Method.POST)
                        .path("/v1.41/images/create?fromSrc=-&repo=" + parts[0] + "&tag=" + parts[1]
                                + Stream.of(changes)
                                        .map(change -> "&changes=" + EngineClient.encoded(change))
                                        .collect(Collectors.joining()))
                        .body(new ByteArrayInputStream(archive))
                        .build())) {
            String answer = new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8);
            if (response.getStatusCode() != 200 || !answer.contains("sha256:")) {
                throw new IllegalStateException("the image could not be made: " + answer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Made when it is first asked for. */
    private static final class Busybox {
        static final String REFERENCE = load();

        private static String load() {
            String reference = "nanokit-test-busybox:" + random();
            importRoot(reference, root());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(reference)));
            return reference;
        }
    }

    private static byte[] root() {
        return RootFolder.withBusybox()
                .file("bin/serve", SERVE, true)
                .file("www/index.html", "hello\n", false)
                .archive();
    }
}

package dev.nanokit.aws.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * That Testcontainers runs an image which this machine has, and takes it away again. LocalStack itself is not tried here:
 * the image is a web server that starts as LocalStack's does.
 */
class LocalStackServerTest {
    private static final Path BUSYBOX = Path.of("/bin/busybox");

    private final String image = "nanokit-standin-test:" + UUID.randomUUID();

    @TempDir
    private Path folder;

    @BeforeEach
    void makeImage() throws IOException, InterruptedException {
        if (!Files.isExecutable(BUSYBOX) || run("docker", "version") != 0) {
            throw MissingTool.because("no Docker engine and busybox (Debian: docker.io busybox-static)");
        }
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Files.copy(BUSYBOX, bin.resolve("httpd"));
        Path health = Files.createDirectories(folder.resolve("www/_localstack")).resolve("health");
        Files.writeString(health, "{}");
        String start = "CMD [\"/bin/httpd\", \"-f\", \"-p\", \"4566\", \"-h\", \"/www\"]";
        String pack = "tar -C '" + folder + "' -c . | docker import --change '" + start + "' - " + image;
        assertThat(run("sh", "-c", pack)).isZero();
    }

    @AfterEach
    void removeImage() throws IOException, InterruptedException {
        run("docker", "image", "rm", "-f", image);
    }

    @Test
    void anImageThatIsHereIsRunAndTakenAwayAgain() throws IOException, InterruptedException {
        AwsStandin standin = LocalStackServer.start(image);
        try (standin) {
            HttpURLConnection request = (HttpURLConnection)
                    standin.endpoint().resolve("/_localstack/health").toURL().openConnection();
            assertThat(request.getResponseCode()).isEqualTo(200);
            assertThat(standin.variables())
                    .containsEntry("AWS_ENDPOINT_URL", standin.endpoint().toString());
        }

        assertThat(containers()).isEmpty();
    }

    private String containers() throws IOException {
        Process list = new ProcessBuilder("docker", "ps", "-aq", "--filter", "ancestor=" + image).start();
        return new String(list.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static int run(String... words) throws IOException, InterruptedException {
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}

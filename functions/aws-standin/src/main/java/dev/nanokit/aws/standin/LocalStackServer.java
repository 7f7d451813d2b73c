package dev.nanokit.aws.standin;

import java.net.URI;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/**
 * LocalStack in a container, as long as a test needs it. No image is pulled: not its own, and none of those with which
 * Testcontainers would look after what a killed test leaves behind (the build switches Ryuk off) or try out mounts (its
 * own class for LocalStack mounts the engine's socket, which only LocalStack's Lambda needs).
 */
final class LocalStackServer {
    private static final int PORT = 4566;

    private LocalStackServer() {}

    static AwsStandin start(String image) {
        if (!LocalImages.has(image)) {
            throw MissingTool.because(
                    "NANOKIT_AWS_STANDIN asks for LocalStack, and no Docker engine here has the image " + image
                            + ": docker pull " + image);
        }
        GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse(image))
                .withImagePullPolicy(any -> false)
                .withExposedPorts(PORT)
                .waitingFor(Wait.forHttp("/_localstack/health").forPort(PORT));
        Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
        container.start();
        URI endpoint = URI.create("http://" + container.getHost() + ":" + container.getMappedPort(PORT));
        return new AwsStandin(endpoint, container::stop);
    }
}

package dev.nanokit.aws.standin;

import java.net.URI;
import java.util.Map;

/**
 * AWS for a test, from one place: whatever is at {@code NANOKIT_AWS_ENDPOINT}; else LocalStack, where a Docker engine has
 * its image already; else moto. Where none can be had the test is skipped, or fails where {@code CI=true}.
 *
 * <p>{@code NANOKIT_AWS_STANDIN=moto} takes moto even where LocalStack could be had; {@code NANOKIT_LOCALSTACK_IMAGE} names
 * another image of it.
 */
public final class AwsStandin implements AutoCloseable {
    private final URI endpoint;
    private final Runnable stop;

    AwsStandin(URI endpoint, Runnable stop) {
        this.endpoint = endpoint;
        this.stop = stop;
    }

    public static AwsStandin start() {
        return switch (Choice.of(System.getenv(), LocalImages::has)) {
            case Choice.Given given -> new AwsStandin(given.endpoint(), () -> {});
            case Choice.LocalStack localStack -> LocalStackServer.start(localStack.image());
            case Choice.Moto moto -> Moto.start();
        };
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
        stop.run();
    }
}

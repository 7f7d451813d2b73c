package dev.nanokit.aws.standin;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What stands in for AWS. */
sealed interface Choice {
    String DEFAULT_IMAGE = "localstack/localstack:4";

    /** A server that somebody else runs. */
    record Given(URI endpoint) implements Choice {}

    record LocalStack(String image) implements Choice {}

    record Moto() implements Choice {}

    /**
     * Decides by the variables.
     *
     * @param isHere whether a Docker engine has an image already; none is fetched
     * @throws IllegalArgumentException when a variable says something that it can't
     */
    static Choice of(Map<String, String> variables, Predicate<String> isHere) {
        Optional<String> address = set(variables, "NANOKIT_AWS_ENDPOINT");
        if (address.isPresent()) {
            return new Given(endpoint(address.get()));
        }
        String wanted = set(variables, "NANOKIT_AWS_STANDIN").orElse("any");
        String image = set(variables, "NANOKIT_LOCALSTACK_IMAGE").orElse(DEFAULT_IMAGE);
        return switch (wanted) {
            case "moto" -> new Moto();
            case "localstack" -> new LocalStack(image);
            case "any" -> isHere.test(image) ? new LocalStack(image) : new Moto();
            default ->
                throw new IllegalArgumentException(
                        "NANOKIT_AWS_STANDIN is '" + wanted + "'; it is moto or localstack, or is not set");
        };
    }

    private static URI endpoint(String address) {
        try {
            URI endpoint = URI.create(address);
            if (endpoint.getHost() != null && endpoint.getScheme().startsWith("http")) {
                return endpoint;
            }
        } catch (IllegalArgumentException e) {
            throw notAnAddress(address, e);
        }
        throw notAnAddress(address, null);
    }

    private static IllegalArgumentException notAnAddress(String address, Exception cause) {
        return new IllegalArgumentException(
                "NANOKIT_AWS_ENDPOINT is '" + address + "'; write it like http://localhost:4566", cause);
    }

    private static Optional<String> set(Map<String, String> variables, String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }
}

package dev.nanokit.aws;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/**
 * Where AWS is and as whom it is asked: by the project's variables under AWS's own names, else by the SDK's chain
 * (profiles, SSO, a machine's or a function's role).
 */
public final class AwsChain {
    private final Map<String, String> variables;

    public AwsChain(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    /** @throws SdkClientException when none is set */
    public Region region() {
        return variable("AWS_REGION")
                .or(() -> variable("AWS_DEFAULT_REGION"))
                .map(Region::of)
                .orElseGet(this::regionOfChain);
    }

    private Region regionOfChain() {
        DefaultAwsRegionProviderChain.Builder chain = DefaultAwsRegionProviderChain.builder();
        variable("AWS_PROFILE").ifPresent(chain::profileName);
        return chain.build().getRegion();
    }

    /**
     * Credentials that can be had now.
     *
     * @throws SdkClientException when there are none
     */
    public AwsCredentialsProvider credentials() {
        AwsCredentialsProvider provider = ownCredentials()
                .<AwsCredentialsProvider>map(StaticCredentialsProvider::create)
                .or(() -> variable("AWS_PROFILE").map(ProfileCredentialsProvider::create))
                .orElseGet(() -> DefaultCredentialsProvider.builder().build());
        provider.resolveCredentials();
        return provider;
    }

    private Optional<AwsCredentials> ownCredentials() {
        return variable("AWS_ACCESS_KEY_ID")
                .flatMap(id -> variable("AWS_SECRET_ACCESS_KEY")
                        .map(secret -> variable("AWS_SESSION_TOKEN")
                                .<AwsCredentials>map(token -> AwsSessionCredentials.create(id, secret, token))
                                .orElseGet(() -> AwsBasicCredentials.create(id, secret))));
    }

    /**
     * Another address than AWS's own, if one is set.
     *
     * @param service in the name of its variable: {@code SSM} for {@code AWS_ENDPOINT_URL_SSM}
     * @throws IllegalArgumentException when it is no address; its message is the text
     */
    public Optional<URI> endpoint(String service) {
        return variable("AWS_ENDPOINT_URL_" + service)
                .or(() -> variable("AWS_ENDPOINT_URL"))
                .map(AwsChain::address);
    }

    private static URI address(String text) {
        try {
            URI address = new URI(text);
            if (address.getHost() != null) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(text, e);
        }
        throw new IllegalArgumentException(text);
    }

    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }
}

package dev.nanokit.secrets;

import dev.nanokit.stages.secret.SecretUnavailableException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/**
 * Where AWS is and as whom it is asked: by the project's variables under AWS's own names, else by the SDK's chain
 * (profiles, SSO, a machine's or a function's role).
 */
final class AwsAccess {
    private static final Duration LONGEST_CALL = Duration.ofSeconds(20);

    private final Map<String, String> variables;

    AwsAccess(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    /**
     * Makes a client.
     *
     * @param service the service in the name of its endpoint's variable: {@code SSM}
     * @throws SecretUnavailableException when there is no region, or there are no credentials
     */
    <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder, String service) {
        builder.httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .apiCallTimeout(LONGEST_CALL)
                        .build())
                .region(region())
                .credentialsProvider(credentials());
        endpoint(service).ifPresent(builder::endpointOverride);
        return builder.build();
    }

    private Region region() {
        return variable("AWS_REGION")
                .or(() -> variable("AWS_DEFAULT_REGION"))
                .map(Region::of)
                .orElseGet(this::regionOfChain);
    }

    private Region regionOfChain() {
        DefaultAwsRegionProviderChain.Builder chain = DefaultAwsRegionProviderChain.builder();
        variable("AWS_PROFILE").ifPresent(chain::profileName);
        try {
            return chain.build().getRegion();
        } catch (SdkClientException e) {
            throw new SecretUnavailableException(
                    "AWS can't be asked for secrets: no region is set",
                    "set AWS_REGION, or a region in the AWS profile that is used",
                    e);
        }
    }

    private AwsCredentialsProvider credentials() {
        AwsCredentialsProvider provider = ownCredentials()
                .<AwsCredentialsProvider>map(StaticCredentialsProvider::create)
                .or(() -> variable("AWS_PROFILE").map(ProfileCredentialsProvider::create))
                .orElseGet(() -> DefaultCredentialsProvider.builder().build());
        try {
            provider.resolveCredentials();
        } catch (SdkClientException e) {
            throw new SecretUnavailableException(
                    "AWS can't be asked for secrets: there are no credentials"
                            + variable("AWS_PROFILE")
                                    .map(profile -> " in profile '" + profile + "' (" + e.getMessage() + ")")
                                    .orElse(""),
                    "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE; with SSO, sign in first:"
                            + " aws sso login",
                    e);
        }
        return provider;
    }

    private Optional<AwsCredentials> ownCredentials() {
        return variable("AWS_ACCESS_KEY_ID")
                .flatMap(id -> variable("AWS_SECRET_ACCESS_KEY")
                        .map(secret -> variable("AWS_SESSION_TOKEN")
                                .<AwsCredentials>map(token -> AwsSessionCredentials.create(id, secret, token))
                                .orElseGet(() -> AwsBasicCredentials.create(id, secret))));
    }

    private Optional<URI> endpoint(String service) {
        return variable("AWS_ENDPOINT_URL_" + service)
                .or(() -> variable("AWS_ENDPOINT_URL"))
                .map(AwsAccess::address);
    }

    private static URI address(String text) {
        try {
            URI address = new URI(text);
            if (address.getHost() != null) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw badEndpoint(text, e);
        }
        throw badEndpoint(text, null);
    }

    private static SecretUnavailableException badEndpoint(String text, Exception cause) {
        return new SecretUnavailableException(
                "AWS can't be asked for secrets: '" + text + "' is no address",
                "set AWS_ENDPOINT_URL to an address such as http://localhost:5000, or unset it",
                cause);
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }
}

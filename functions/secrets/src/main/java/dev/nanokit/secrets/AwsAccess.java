package dev.nanokit.secrets;

import dev.nanokit.aws.AwsChain;
import dev.nanokit.stages.secret.SecretUnavailableException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/**
 * Where AWS is and as whom it is asked: by the project's variables under AWS's own names, else by the SDK's chain
 * (profiles, SSO, a machine's or a function's role).
 */
final class AwsAccess {
    private static final Duration LONGEST_CALL = Duration.ofSeconds(20);

    private final AwsChain chain;

    AwsAccess(Map<String, String> variables) {
        this.chain = new AwsChain(variables);
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
        try {
            return chain.region();
        } catch (SdkClientException e) {
            throw new SecretUnavailableException(
                    "AWS can't be asked for secrets: no region is set",
                    "set AWS_REGION, or a region in the AWS profile that is used",
                    e);
        }
    }

    private AwsCredentialsProvider credentials() {
        try {
            return chain.credentials();
        } catch (SdkClientException e) {
            throw new SecretUnavailableException(
                    "AWS can't be asked for secrets: there are no credentials"
                            + chain.variable("AWS_PROFILE")
                                    .map(profile -> " in profile '" + profile + "' (" + e.getMessage() + ")")
                                    .orElse(""),
                    "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE; with SSO, sign in first:"
                            + " aws sso login",
                    e);
        }
    }

    private Optional<URI> endpoint(String service) {
        try {
            return chain.endpoint(service);
        } catch (IllegalArgumentException e) {
            throw new SecretUnavailableException(
                    "AWS can't be asked for secrets: '" + e.getMessage() + "' is no address",
                    "set AWS_ENDPOINT_URL to an address such as http://localhost:5000, or unset it",
                    e);
        }
    }
}

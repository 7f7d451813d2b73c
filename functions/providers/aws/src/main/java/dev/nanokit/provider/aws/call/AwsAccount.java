package dev.nanokit.provider.aws.call;

import dev.nanokit.aws.AwsChain;
import dev.nanokit.provider.ProviderException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryUtils;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/**
 * Where AWS is, and as whom it is asked: by the project's variables under AWS's own names, else by the SDK's chain.
 * {@code infra.account} names a role to assume, or the account that the credentials have to belong to. Clients are made when
 * they are first needed.
 */
public final class AwsAccount implements AutoCloseable {
    /** The variable with the external id that a target account's role asks for. */
    public static final String EXTERNAL_ID = "NANOKIT_AWS_EXTERNAL_ID";

    private static final Duration LONGEST_CALL = Duration.ofSeconds(60);
    private static final Duration LONGEST_ATTEMPT = Duration.ofSeconds(20);
    private static final int ATTEMPTS = 6;

    private final AwsChain chain;
    private final Region region;
    private final SdkHttpClient http = UrlConnectionHttpClient.builder()
            .connectionTimeout(Duration.ofSeconds(5))
            .socketTimeout(LONGEST_ATTEMPT)
            .build();
    private final AwsCredentialsProvider credentials;
    private final Once<Api<Ec2Client>> ec2 = new Once<>(() -> api(Ec2Client::builder, "EC2"));
    private final Once<Api<RdsClient>> rds = new Once<>(() -> api(RdsClient::builder, "RDS"));
    private final Once<Api<ElastiCacheClient>> elastiCache =
            new Once<>(() -> api(ElastiCacheClient::builder, "ELASTICACHE"));
    private final Once<Api<EcsClient>> ecs = new Once<>(() -> api(EcsClient::builder, "ECS"));
    private final Once<Api<SecretsManagerClient>> secrets =
            new Once<>(() -> api(SecretsManagerClient::builder, "SECRETS_MANAGER"));
    private final Once<Api<CloudWatchLogsClient>> logs =
            new Once<>(() -> api(CloudWatchLogsClient::builder, "CLOUDWATCH_LOGS"));
    private final Once<Api<AutoScalingClient>> autoScaling =
            new Once<>(() -> api(AutoScalingClient::builder, "AUTO_SCALING"));
    private final Once<Api<IamClient>> iam = new Once<>(() -> api(IamClient::builder, "IAM"));
    private final Once<Api<EksClient>> eks = new Once<>(() -> api(EksClient::builder, "EKS"));
    private final Once<Api<SsmClient>> ssm = new Once<>(() -> api(SsmClient::builder, "SSM"));

    /**
     * @param region {@code infra.region}; else the variables' or the chain's own
     * @throws ProviderException when there is no region, or there are no credentials
     */
    public AwsAccount(Map<String, String> variables, Optional<String> region, Optional<String> account) {
        this.chain = new AwsChain(variables);
        this.region = region.map(Region::of).orElseGet(this::regionOfChain);
        AwsCredentialsProvider own = credentialsOfChain();
        this.credentials = account.filter(name -> name.startsWith("arn:"))
                .<AwsCredentialsProvider>map(role -> assumed(role, own))
                .orElse(own);
    }

    public String region() {
        return region.id();
    }

    public Api<Ec2Client> ec2() {
        return ec2.get();
    }

    public Api<RdsClient> rds() {
        return rds.get();
    }

    public Api<AutoScalingClient> autoScaling() {
        return autoScaling.get();
    }

    public Api<EksClient> eks() {
        return eks.get();
    }

    public Api<ElastiCacheClient> elastiCache() {
        return elastiCache.get();
    }

    public Api<EcsClient> ecs() {
        return ecs.get();
    }

    public Api<IamClient> iam() {
        return iam.get();
    }

    public Api<SsmClient> ssm() {
        return ssm.get();
    }

    public Api<SecretsManagerClient> secrets() {
        return secrets.get();
    }

    public Api<CloudWatchLogsClient> logs() {
        return logs.get();
    }

    private AwsCredentialsProvider assumed(String role, AwsCredentialsProvider own) {
        StsClient sts = client(StsClient.builder(), "STS", own, repeating());
        return StsAssumeRoleCredentialsProvider.builder()
                .stsClient(sts)
                .refreshRequest(request -> {
                    request.roleArn(role).roleSessionName("nanokit");
                    chain.variable(EXTERNAL_ID).ifPresent(request::externalId);
                })
                .build();
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> Api<C> api(
            Supplier<B> builder, String service) {
        return new Api<>(
                client(builder.get(), service, credentials, repeating()),
                client(builder.get(), service, credentials, careful()));
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
            B builder, String service, AwsCredentialsProvider as, RetryStrategy retries) {
        builder.httpClient(http)
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .apiCallTimeout(LONGEST_CALL)
                        .apiCallAttemptTimeout(LONGEST_ATTEMPT)
                        .retryStrategy(retries)
                        .build())
                .region(region)
                .credentialsProvider(as);
        endpoint(service).ifPresent(builder::endpointOverride);
        return builder.build();
    }

    private static RetryStrategy repeating() {
        return AwsRetryStrategy.adaptiveRetryStrategy().toBuilder()
                .maxAttempts(ATTEMPTS)
                .build();
    }

    private static RetryStrategy careful() {
        return DefaultRetryStrategy.standardStrategyBuilder()
                .useClientDefaults(false)
                .maxAttempts(ATTEMPTS)
                .retryOnException(AwsAccount::isThrottled)
                .treatAsThrottling(AwsAccount::isThrottled)
                .build();
    }

    private static boolean isThrottled(Throwable error) {
        return error instanceof SdkException refused && RetryUtils.isThrottlingException(refused);
    }

    private Region regionOfChain() {
        try {
            return chain.region();
        } catch (SdkClientException e) {
            throw new ProviderException(
                    "no AWS region is set", false, "no-region", "set infra.region in nanokit.yml, or AWS_REGION", e);
        }
    }

    private AwsCredentialsProvider credentialsOfChain() {
        try {
            return chain.credentials();
        } catch (SdkClientException e) {
            throw new ProviderException(
                    "there are no AWS credentials",
                    false,
                    "no-credentials",
                    "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE; with SSO, sign in first:"
                            + " aws sso login",
                    e);
        }
    }

    private Optional<URI> endpoint(String service) {
        try {
            return chain.endpoint(service);
        } catch (IllegalArgumentException e) {
            throw new ProviderException(
                    "AWS can't be reached: '" + e.getMessage() + "' is no address",
                    false,
                    "bad-endpoint",
                    "set AWS_ENDPOINT_URL to an address such as http://localhost:5000, or unset it",
                    e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}

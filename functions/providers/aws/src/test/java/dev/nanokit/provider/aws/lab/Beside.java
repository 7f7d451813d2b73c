package dev.nanokit.provider.aws.lab;

import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** Clients beside Nanokit: what somebody looks at and does by hand. */
public final class Beside {
    private Beside() {}

    public static EcsClient ecs() {
        return client(EcsClient::builder);
    }

    public static IamClient iam() {
        return client(IamClient::builder);
    }

    public static SsmClient ssm() {
        return client(SsmClient::builder);
    }

    public static CloudWatchLogsClient logs() {
        return client(CloudWatchLogsClient::builder);
    }

    public static ElasticLoadBalancingV2Client balancing() {
        return client(ElasticLoadBalancingV2Client::builder);
    }

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(Supplier<B> builder) {
        return builder.get()
                .endpointOverride(TestAws.endpoint())
                .region(Region.of(TestAws.variables().get("AWS_REGION")))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }
}

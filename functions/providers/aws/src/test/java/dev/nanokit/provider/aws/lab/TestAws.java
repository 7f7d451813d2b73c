package dev.nanokit.provider.aws.lab;

import dev.nanokit.aws.standin.AwsStandin;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** One AWS for all tests of this module: each has a project of its own. */
public final class TestAws implements BeforeAllCallback {
    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(TestAws.class);
    private static AwsStandin running;

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(HERE).getOrComputeIfAbsent("aws", ignored -> start());
    }

    private static AwsStandin start() {
        running = AwsStandin.start();
        return running;
    }

    public static URI endpoint() {
        return running.endpoint();
    }

    public static Map<String, String> variables() {
        return running.variables();
    }

    public static AwsLab lab() {
        return new AwsLab("p" + UUID.randomUUID().toString().substring(0, 8), variables());
    }

    /** A client beside Nanokit: what somebody does by hand. */
    public static Ec2Client ec2() {
        return client(Ec2Client.builder());
    }

    /** The same, of any service. */
    public static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
        return client(builder, endpoint());
    }

    /** The same, by another way. */
    public static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder, URI endpoint) {
        return builder.endpointOverride(endpoint)
                .region(Region.of(variables().get("AWS_REGION")))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }
}

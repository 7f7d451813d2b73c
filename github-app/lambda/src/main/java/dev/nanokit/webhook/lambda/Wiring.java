package dev.nanokit.webhook.lambda;

import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.dynamodb.DynamoDbAddress;
import dev.nanokit.state.table.dynamodb.DynamoDbConnection;
import dev.nanokit.webhook.RememberingStarter;
import dev.nanokit.webhook.WebhookIntake;
import dev.nanokit.webhook.WorkflowStarter;
import dev.nanokit.webhook.log.JsonLog;
import dev.nanokit.webhook.log.ReceiptLog;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** Puts the function together when it starts. */
class Wiring {
    /** GitHub waits for ten seconds. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

    @Produces
    @Singleton
    WebhookIntake intake(Config config) {
        FunctionSettings settings = FunctionSettings.from(name -> config.getOptionalValue(name, String.class));
        InstantSource clock = InstantSource.system();
        Table table = DynamoDbConnection.open(DynamoDbAddress.parse(URI.create(settings.state())), clock);
        WorkflowStarter starter = new StepFunctionsStarter(client(SfnClient.builder()), settings.stateMachineArn());
        SecretStore store = new SecretStore(
                once(() -> client(SecretsManagerClient.builder())), once(() -> client(SsmClient.builder())));
        return new WebhookIntake(
                new CachedSecrets(() -> store.values(settings.secretNames()), clock),
                new RememberingStarter(table, starter, clock),
                new ReceiptLog(new JsonLog(System.out, clock)));
    }

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
        return builder.httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(LONGEST_WAIT)
                        .socketTimeout(LONGEST_WAIT))
                .build();
    }

    private static <C> Supplier<C> once(Supplier<C> make) {
        return new Supplier<>() {
            private C made;

            @Override
            public synchronized C get() {
                if (made == null) {
                    made = make.get();
                }
                return made;
            }
        };
    }
}

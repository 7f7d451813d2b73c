package dev.nanokit.webhook.lambda;

import dev.nanokit.priming.Priming;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.dynamodb.DynamoDbAddress;
import dev.nanokit.state.table.dynamodb.DynamoDbConnection;
import dev.nanokit.webhook.RememberingStarter;
import dev.nanokit.webhook.WebhookIntake;
import dev.nanokit.webhook.WorkflowStarter;
import dev.nanokit.webhook.log.JsonLog;
import dev.nanokit.webhook.log.JsonLog.Level;
import dev.nanokit.webhook.log.ReceiptLog;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
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

    private static final ItemKey NOTHING = new ItemKey("DELIVERY#rehearsal", "STARTED");

    private final InstantSource clock = InstantSource.system();
    private final JsonLog log = new JsonLog(System.out, clock);

    void register(@Observes StartupEvent started, Priming priming) {
        priming.register();
    }

    @Produces
    @Singleton
    FunctionSettings settings(Config config) {
        return FunctionSettings.from(name -> config.getOptionalValue(name, String.class));
    }

    @Produces
    @Singleton
    Table table(FunctionSettings settings) {
        return DynamoDbConnection.open(DynamoDbAddress.parse(URI.create(settings.state())), clock);
    }

    @Produces
    @Singleton
    CachedSecrets secrets(FunctionSettings settings) {
        SecretStore store = new SecretStore(
                once(() -> client(SecretsManagerClient.builder())), once(() -> client(SsmClient.builder())));
        store.prepare(settings.secretNames());
        return new CachedSecrets(() -> store.values(settings.secretNames()), clock);
    }

    @Produces
    @Singleton
    IntakeSwitch intake(FunctionSettings settings, Table table, CachedSecrets secrets) {
        WorkflowStarter starter = new StepFunctionsStarter(client(SfnClient.builder()), settings.stateMachineArn());
        return new IntakeSwitch(
                new WebhookIntake(secrets, new RememberingStarter(table, starter, clock), new ReceiptLog(log)));
    }

    @Produces
    @Singleton
    Priming priming(IntakeSwitch intakes, Table table, CachedSecrets secrets) {
        return priming(intakes, clock, table, secrets, log);
    }

    /** Rehearses, and asks the real table for one item that is not there: connections and TLS are code as well. */
    static Priming priming(IntakeSwitch intakes, InstantSource clock, Table table, CachedSecrets secrets, JsonLog log) {
        Rehearsal rehearsal = new Rehearsal(clock);
        return new Priming(
                List.of(() -> rehearsal.perform(intakes), () -> table.get(NOTHING)),
                secrets::forget,
                e -> log.write(
                        Level.WARN, "priming", Map.of("detail", e.getClass().getSimpleName() + ": " + e.getMessage())));
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

package dev.nanokit.http;

import dev.nanokit.engine.config.ProviderId;
import dev.nanokit.engine.config.SecretRef.Store;
import dev.nanokit.priming.Priming;
import dev.nanokit.provider.docker.DockerProvider;
import dev.nanokit.secrets.AwsSecrets;
import dev.nanokit.sources.BucketSources;
import dev.nanokit.stages.secret.SecretSources;
import dev.nanokit.stages.step.ProviderSteps;
import dev.nanokit.stages.telemetry.StepTelemetry;
import dev.nanokit.state.lock.TableLocks;
import dev.nanokit.state.run.Runs;
import dev.nanokit.state.store.TableStateStore;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.dynamodb.DynamoDbAddress;
import dev.nanokit.state.table.dynamodb.DynamoDbConnection;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Puts the function together when it starts. No secret is read before the first request. */
class Wiring {
    void register(@Observes StartupEvent started, Priming priming) {
        priming.register();
    }

    @Produces
    @Singleton
    Priming priming(StepTelemetry telemetry) {
        return new Priming(List.of(new ProviderRehearsal(InstantSource.system())), () -> {}, telemetry::unprimed);
    }

    @Produces
    @Singleton
    ProviderSteps steps(Config config) {
        InstantSource clock = InstantSource.system();
        Table table =
                DynamoDbConnection.open(DynamoDbAddress.parse(URI.create(required(config, "NANOKIT_STATE"))), clock);
        AwsSecrets secrets = new AwsSecrets(System.getenv());
        String projects =
                config.getOptionalValue("NANOKIT_PROJECT_SECRETS", String.class).orElse("");
        S3Client s3 = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
        return new ProviderSteps(
                new Runs(table, clock),
                new TableStateStore(table, clock),
                new TableLocks(table, clock::millis),
                Map.of(ProviderId.DOCKER, new DockerProvider()),
                new SecretSources(Map.of(Store.SSM, secrets, Store.SECRETS_MANAGER, secrets)),
                new FetchedFolders(new BucketSources(s3, required(config, "NANOKIT_SOURCES"))),
                new ProjectSecrets(projects, secrets, clock),
                clock);
    }

    @Produces
    @Singleton
    StepTelemetry telemetry(Config config) {
        String stack = config.getOptionalValue("NANOKIT_STACK", String.class).orElse("nanokit");
        return new StepTelemetry(System.out, InstantSource.system(), stack, "provider-http");
    }

    private static String required(Config config, String name) {
        return config.getOptionalValue(name, String.class)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new IllegalStateException(
                        "the function's environment lacks " + name + ": set it in template.yaml"));
    }
}

package dev.nanokit.control;

import dev.nanokit.stages.telemetry.StepTelemetry;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.dynamodb.DynamoDbAddress;
import dev.nanokit.state.table.dynamodb.DynamoDbConnection;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.InstantSource;
import org.eclipse.microprofile.config.Config;

/** What all functions of this artifact work on. */
class SharedWiring {
    @Produces
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }

    @Produces
    @Singleton
    Table table(Config config, InstantSource clock) {
        URI address = URI.create(required(config, "NANOKIT_STATE"));
        return DynamoDbConnection.open(DynamoDbAddress.parse(address), clock);
    }

    static String required(Config config, String name) {
        return config.getOptionalValue(name, String.class)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new IllegalStateException(
                        "the function's environment lacks " + name + ": set it in template.yaml"));
    }

    @Produces
    @Singleton
    @Named("state-telemetry")
    StepTelemetry ofState(Config config, InstantSource clock) {
        return telemetry(config, clock, "state");
    }

    @Produces
    @Singleton
    @Named("github-telemetry")
    StepTelemetry ofGitHub(Config config, InstantSource clock) {
        return telemetry(config, clock, "github");
    }

    @Produces
    @Singleton
    @Named("pages-telemetry")
    StepTelemetry ofPages(Config config, InstantSource clock) {
        return telemetry(config, clock, "pages");
    }

    private static StepTelemetry telemetry(Config config, InstantSource clock, String function) {
        String stack = config.getOptionalValue("NANOKIT_STACK", String.class).orElse("nanokit");
        return new StepTelemetry(System.out, clock, stack, function);
    }
}

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
        String address = config.getOptionalValue("NANOKIT_STATE", String.class)
                .orElseThrow(() -> new IllegalStateException(
                        "the function's environment lacks NANOKIT_STATE: set it in template.yaml"));
        return DynamoDbConnection.open(DynamoDbAddress.parse(URI.create(address)), clock);
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

    private static StepTelemetry telemetry(Config config, InstantSource clock, String function) {
        String stack = config.getOptionalValue("NANOKIT_STACK", String.class).orElse("nanokit");
        return new StepTelemetry(System.out, clock, stack, function);
    }
}

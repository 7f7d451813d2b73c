package dev.nanokit.control;

import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.dynamodb.DynamoDbAddress;
import dev.nanokit.state.table.dynamodb.DynamoDbConnection;
import jakarta.enterprise.inject.Produces;
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
}

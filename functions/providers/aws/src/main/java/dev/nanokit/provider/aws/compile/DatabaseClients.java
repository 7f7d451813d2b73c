package dev.nanokit.provider.aws.compile;

import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.value.Value;
import java.util.List;
import java.util.Set;

/**
 * Who may open connections to the databases.
 *
 * @param sources ranges of addresses, and ids of security groups
 */
record DatabaseClients(List<Value> sources, Set<ResourceKey> dependsOn) {
    DatabaseClients {
        sources = List.copyOf(sources);
        dependsOn = Set.copyOf(dependsOn);
    }

    /** Everything in the environment's network, for as long as nothing narrower is known. */
    static DatabaseClients inNetwork(NetworkParts network) {
        return new DatabaseClients(List.of(network.range()), network.dependsOn());
    }
}

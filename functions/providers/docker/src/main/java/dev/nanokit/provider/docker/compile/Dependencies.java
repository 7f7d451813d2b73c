package dev.nanokit.provider.docker.compile;

import dev.nanokit.engine.config.Database;
import dev.nanokit.engine.config.Service;
import dev.nanokit.engine.resource.ResourceKey;
import java.util.HashSet;
import java.util.Set;

/** What must run before a service's containers start, and what their variables come from. */
final class Dependencies {
    private Dependencies() {}

    static Set<ResourceKey> of(Scope scope, Service service) {
        Set<ResourceKey> keys = new HashSet<>();
        keys.add(scope.names().environmentNetworkKey());
        for (String name : service.dependsOn()) {
            Database database = scope.environment().databases().get(name);
            if (database == null) {
                keys.addAll(Names.containers(scope.environment().services().get(name)));
            } else {
                keys.add(DatabaseSetup.of(database).container());
                keys.add(DatabaseSetup.of(database).volume());
            }
        }
        return keys;
    }
}

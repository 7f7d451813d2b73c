package dev.nanokit.provider.docker.compile;

import dev.nanokit.engine.config.Environment;
import dev.nanokit.engine.config.Service;
import dev.nanokit.engine.resource.ResourceKey;
import java.util.HashSet;
import java.util.Set;

/** What must run before a service's containers start. */
final class Dependencies {
    private final Scope scope;

    Dependencies(Scope scope) {
        this.scope = scope;
    }

    Set<ResourceKey> of(Service service) {
        Set<ResourceKey> keys = new HashSet<>();
        keys.add(scope.names().environmentNetworkKey());
        service.dependsOn().forEach(name -> add(keys, service, name));
        return keys;
    }

    private void add(Set<ResourceKey> keys, Service service, String name) {
        Environment environment = scope.environment();
        if (environment.databases().containsKey(name)) {
            keys.add(Kinds.container(name));
        } else if (environment.services().containsKey(name)) {
            addService(keys, service, environment.services().get(name));
        } else {
            scope.error(
                    scope.place("services", service.name(), "depends_on"),
                    "service '" + service.name() + "' depends on '" + name + "', which is not there",
                    "depends_on names services and databases of this file",
                    "correct the name, or remove it");
        }
    }

    private void addService(Set<ResourceKey> keys, Service service, Service dependency) {
        keys.addAll(Names.containers(dependency));
        if (dependency.instances() == 0) {
            scope.warn(
                    scope.place("services", service.name(), "depends_on"),
                    "service '" + service.name() + "' depends on '" + dependency.name() + "', which is disabled here",
                    "it has 0 instances, so there is nothing to wait for",
                    "give it an instance, or remove it from depends_on");
        }
    }
}

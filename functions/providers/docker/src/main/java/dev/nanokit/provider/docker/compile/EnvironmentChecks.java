package dev.nanokit.provider.docker.compile;

import dev.nanokit.engine.config.Deploy;
import dev.nanokit.engine.config.Environment;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the environment as a whole asks for that one Docker engine can't do. */
final class EnvironmentChecks {
    private final Scope scope;

    EnvironmentChecks(Scope scope) {
        this.scope = scope;
    }

    void checkFile() {
        Environment environment = scope.environment();
        environment
                .infra()
                .dns()
                .ifPresent(dns -> scope.error(
                        scope.place("infra", "dns"),
                        "infra.dns is not in this build for docker",
                        "Records for the hosts of a Docker engine are not made yet.",
                        "Remove infra.dns, and point the names at the host yourself."));
        environment.deploy().ifPresent(this::checkHosts);
    }

    private void checkHosts(Deploy deploy) {
        if (deploy.hosts().size() != 1) {
            scope.error(
                    scope.place("deploy", "hosts"),
                    "deploy.hosts names " + deploy.hosts().size() + " hosts",
                    "An environment lives on one Docker host in this build.",
                    "Name one host; give further ones environments of their own.");
        }
    }

    /** Two parts of the file that would become the same thing. */
    void checkNames(List<Resource> resources) {
        Map<ResourceKey, Resource> byKey = new HashMap<>();
        for (Resource resource : resources) {
            Resource same = byKey.putIfAbsent(resource.key(), resource);
            if (same != null) {
                scope.error(
                        resource.place(),
                        "the " + resource.key().type() + " '" + resource.key().name()
                                + "' is asked for twice, here and at " + same.place(),
                        "Services with their replicas, databases with their volumes, and the gateway share their names.",
                        "Rename one of the two.");
            }
        }
    }
}

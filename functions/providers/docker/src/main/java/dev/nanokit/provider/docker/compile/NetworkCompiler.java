package dev.nanokit.provider.docker.compile;

import dev.nanokit.engine.config.Network;
import dev.nanokit.engine.resource.Management;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.resource.Section;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The environment's own bridge, on which all its containers are, and the networks that the file declares beside it. */
final class NetworkCompiler {
    private static final Set<String> FIXED_AT_CREATION = Set.of("cidr", "internal", "name");

    private final Scope scope;

    NetworkCompiler(Scope scope) {
        this.scope = scope;
    }

    List<Resource> compile() {
        List<Resource> resources = new ArrayList<>();
        resources.add(environmentNetwork());
        scope.environment().networks().values().forEach(network -> resources.add(declared(network)));
        return resources;
    }

    private Resource environmentNetwork() {
        return network(
                scope.names().environmentNetworkKey(),
                scope.names().environmentNetwork(),
                scope.environment().infra().cidr(),
                false,
                scope.place("infra", "cidr"));
    }

    private Resource declared(Network network) {
        Place place = scope.place("networks", network.name());
        scope.warn(
                place,
                "network '" + network.name() + "' is made, but nothing of this file joins it",
                "All services and databases are on the environment's network, "
                        + scope.names().environmentNetwork() + ".",
                "Attach what needs it by hand (docker network connect), or remove the network.");
        return network(
                Kinds.network(network.name()),
                scope.names().onEngine(network.name()),
                network.cidr(),
                network.visibility() == Network.Visibility.PRIVATE,
                network.cidr().isPresent() ? scope.place("networks", network.name(), "cidr") : place);
    }

    private Resource network(ResourceKey key, String name, Optional<String> cidr, boolean internal, Place place) {
        Fields spec = new Fields().with("name", name);
        cidr.ifPresent(range -> spec.with("cidr", range));
        if (internal) {
            spec.with("internal", Value.bool(true));
        }
        boolean shared = scope.environment().infra().shared();
        return new Resource(
                key,
                Section.INFRASTRUCTURE,
                shared ? Management.SHARED : Management.MANAGED,
                spec.build(),
                Set.of(),
                Set.of(),
                false,
                FIXED_AT_CREATION,
                Set.of(),
                place);
    }
}

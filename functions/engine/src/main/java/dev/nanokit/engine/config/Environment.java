package dev.nanokit.engine.config;

import dev.nanokit.engine.resource.Owner;
import dev.nanokit.engine.source.Places;
import dev.nanokit.engine.source.Problem;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is to be true for one environment: the file with that environment's overrides merged in, its variables
 * expanded, its defaults filled in, and everything checked that can be checked without a provider.
 *
 * @param services those with zero instances too; top-level {@code env} and {@code secrets} are merged into each
 * @param places where each value stands, by its path in the merged file ({@code services/web/port}): an override's own
 *     where it overrides
 * @param warnings what the user should know about it, such as a default that was taken
 */
public record Environment(
        String project,
        String name,
        String component,
        Infra infra,
        Map<String, Service> services,
        Map<String, Database> databases,
        Map<String, Network> networks,
        Map<String, Volume> volumes,
        Optional<Gateway> gateway,
        Optional<Deploy> deploy,
        Places places,
        List<Problem> warnings) {
    public Environment {
        services = Collections.unmodifiableMap(new TreeMap<>(services));
        databases = Collections.unmodifiableMap(new TreeMap<>(databases));
        networks = Collections.unmodifiableMap(new TreeMap<>(networks));
        volumes = Collections.unmodifiableMap(new TreeMap<>(volumes));
        warnings = List.copyOf(warnings);
    }

    /** An environment about which there is nothing to warn. */
    public Environment(
            String project,
            String name,
            String component,
            Infra infra,
            Map<String, Service> services,
            Map<String, Database> databases,
            Map<String, Network> networks,
            Map<String, Volume> volumes,
            Optional<Gateway> gateway,
            Optional<Deploy> deploy,
            Places places) {
        this(
                project, name, component, infra, services, databases, networks, volumes, gateway, deploy, places,
                List.of());
    }

    public Owner owner() {
        return new Owner(project, name, component);
    }
}

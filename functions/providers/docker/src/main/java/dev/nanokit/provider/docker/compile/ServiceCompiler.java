package dev.nanokit.provider.docker.compile;

import dev.nanokit.engine.config.Service;
import dev.nanokit.engine.config.Service.Health;
import dev.nanokit.engine.config.Service.UpdateStrategy;
import dev.nanokit.engine.resource.Management;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.resource.Section;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.CommandLine;
import dev.nanokit.provider.Fields;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A service as its containers, one a replica, and the image that they are built from. */
final class ServiceCompiler {
    private final Scope scope;

    ServiceCompiler(Scope scope) {
        this.scope = scope;
    }

    List<Resource> compile(Service service) {
        if (service.instances() == 0) {
            return List.of();
        }
        new ServiceChecks(scope).check(service);
        List<Resource> resources = new ArrayList<>();
        ImageCompiler.Image image = new ImageCompiler(scope).compile(service);
        image.built().ifPresent(resources::add);
        Mounts mounts = Mounts.of(scope, service);
        Set<ResourceKey> dependsOn = Dependencies.of(scope, service);
        image.built().ifPresent(built -> dependsOn.add(built.key()));
        dependsOn.addAll(mounts.volumes());
        Value.Obj common = common(service, image.reference(), mounts);
        ResourceKey before = null;
        for (String replica : Names.replicas(service)) {
            Resource container = container(service, replica, common, dependsOn, before);
            resources.add(container);
            before = service.updateStrategy() == UpdateStrategy.ROLLING ? container.key() : null;
        }
        return resources;
    }

    private Resource container(
            Service service, String replica, Value.Obj common, Set<ResourceKey> dependsOn, ResourceKey before) {
        List<String> aliases = replica.equals(service.name()) ? List.of(replica) : List.of(service.name(), replica);
        Value.Obj spec =
                common.with("name", Value.text(scope.names().onEngine(replica))).with("aliases", Value.texts(aliases));
        return new Resource(
                Kinds.container(replica),
                Section.SERVICES,
                Management.MANAGED,
                spec,
                new HashSet<>(dependsOn),
                before == null ? Set.of() : Set.of(before),
                false,
                Set.of(),
                claims(service),
                scope.place("services", service.name()));
    }

    private Value.Obj common(Service service, String image, Mounts mounts) {
        Fields spec = ContainerFields.of(scope, service.name(), image)
                .with("env", ServiceVariables.of(scope.environment(), service))
                .with("strategy", service.updateStrategy() == UpdateStrategy.ROLLING ? "rolling" : "recreate");
        service.start().ifPresent(start -> spec.with("command", command(service, start)));
        if (!mounts.spec().fields().isEmpty()) {
            spec.with("mounts", mounts.spec());
        }
        service.port().ifPresent(port -> spec.with("ports", ports(service, port)));
        service.cpu().ifPresent(cores -> spec.with("cpu", Value.num(BigDecimal.valueOf(cores))));
        service.memoryBytes().ifPresent(bytes -> spec.with("memory", Value.num(bytes)));
        service.health().ifPresent(health -> spec.with("health", health(service, health)));
        return spec.build();
    }

    private Value command(Service service, String start) {
        try {
            return Value.texts(CommandLine.words(start));
        } catch (IllegalArgumentException e) {
            scope.error(
                    scope.place("services", service.name(), "start"),
                    "the start command of service '" + service.name() + "' can't be read: " + e.getMessage(),
                    "Its words are told apart as a shell would.",
                    "Close the quote.");
            return Value.NULL;
        }
    }

    private static Value.Obj ports(Service service, int port) {
        return new Fields()
                .with(Integer.toString(port), Value.num(service.expose().orElse(port)))
                .build();
    }

    private Value.Obj health(Service service, Health health) {
        return switch (health) {
            case Health.Command command ->
                new Fields().with("command", command.command()).build();
            case Health.Path path ->
                new Fields()
                        .with("path", path.path())
                        .with("port", Value.num(service.expose().orElse(0)))
                        .build();
        };
    }

    private static Set<String> claims(Service service) {
        return service.port().isPresent() ? Set.of("host-port/" + service.port().getAsInt()) : Set.of();
    }
}

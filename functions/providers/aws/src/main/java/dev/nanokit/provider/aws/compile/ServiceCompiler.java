package dev.nanokit.provider.aws.compile;

import dev.nanokit.engine.config.Service;
import dev.nanokit.engine.config.Service.UpdateStrategy;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.CommandLine;
import dev.nanokit.provider.Fields;
import dev.nanokit.provider.aws.compile.ServicesCompiler.SharedParts;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One service: its two roles, its task definition, and the ECS service that keeps its tasks running. */
final class ServiceCompiler {
    private final Scope scope;
    private final NetworkParts network;
    private final Map<String, DatabaseParts> databases;
    private final ServiceSecrets secrets;
    private final SharedParts shared;

    ServiceCompiler(
            Scope scope,
            NetworkParts network,
            Map<String, DatabaseParts> databases,
            ServiceSecrets secrets,
            SharedParts shared) {
        this.scope = scope;
        this.network = network;
        this.databases = databases;
        this.secrets = secrets;
        this.shared = shared;
    }

    List<Resource> compile(Service service) {
        Map<String, Value> secretsOf = secretsOf(service);
        ServiceRoles roles = new ServiceRoles(scope, service);
        Resource execution = roles.execution(shared.logs(), executionStatements(service, secretsOf));
        Resource own = roles.own();
        Resource definition = definition(service, secretsOf, execution.key(), own.key());
        return List.of(execution, own, definition, service(service, definition.key()));
    }

    private List<Value.Obj> executionStatements(Service service, Map<String, Value> secretsOf) {
        return ServiceSecrets.readable(
                secretsOf,
                service.dependsOn().stream()
                        .filter(databases::containsKey)
                        .flatMap(name -> databases.get(name).secretArns().stream())
                        .toList());
    }

    private Map<String, Value> secretsOf(Service service) {
        Map<String, Value> all = new TreeMap<>();
        service.dependsOn().stream()
                .filter(databases::containsKey)
                .forEach(name -> all.putAll(databases.get(name).secrets()));
        all.keySet().removeAll(service.env().keySet());
        all.putAll(secrets.of(service));
        return all;
    }

    private Resource definition(Service service, Map<String, Value> secretsOf, ResourceKey execution, ResourceKey own) {
        TaskSize size = new TaskSizes(scope).of(service);
        Fields spec = new Fields()
                .with("family", scope.nameAtAws(service.name()))
                .with("container", service.name())
                .with("image", image(service))
                .with("cpu", Value.num(size.cpu()))
                .with("memory", Value.num(size.memory()))
                .with("env", new ServiceVariables(scope.environment(), databases).of(service))
                .with("executionRole", Value.ref(execution, "arn"))
                .with("taskRole", Value.ref(own, "arn"))
                .with("logGroup", Value.ref(shared.logs(), "name"));
        service.expose().ifPresent(port -> spec.with("port", Value.num(port)));
        service.start().ifPresent(start -> spec.with("command", command(service, start)));
        if (!secretsOf.isEmpty()) {
            spec.with("secrets", Value.obj(secretsOf));
        }
        service.health().ifPresent(health -> {
            if (health instanceof Service.Health.Command(String command)) {
                spec.with("health", command);
            }
        });
        Value.Obj built = spec.build();
        ResourceKey key = new ResourceKey(Types.TASK_DEFINITION, service.name());
        return Scope.service(key, built, Set.of(), built.fields().keySet(), place(service));
    }

    private static String image(Service service) {
        return service.source() instanceof Service.Source.Image(String reference) ? reference : "";
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

    private Resource service(Service service, ResourceKey definition) {
        boolean rolling = service.updateStrategy() == UpdateStrategy.ROLLING;
        Fields spec = new Fields()
                .with("name", scope.nameAtAws(service.name()))
                .with("cluster", shared.clusterName())
                .with("taskDefinition", Value.ref(definition, "arn"))
                .with("instances", Value.num(service.instances()))
                .with("subnets", network.serviceSubnets())
                .with("publicAddress", network.serviceAddresses())
                .with("securityGroups", Value.seq(Value.ref(shared.securityGroup(), "id")))
                .with("minimumHealthyPercent", Value.num(rolling ? 100 : 0))
                .with("maximumPercent", Value.num(rolling ? 200 : 100))
                .with("rollBack", Value.bool(true))
                .with("deployment", "steady");
        Set<ResourceKey> dependsOn = new HashSet<>(network.waysOut());
        dependsOn.add(shared.cluster());
        service.dependsOn().forEach(name -> dependsOn.addAll(needed(name)));
        ResourceKey key = new ResourceKey(Types.SERVICE, service.name());
        return Scope.service(key, spec.build(), dependsOn, Set.of("name", "cluster"), place(service));
    }

    private Set<ResourceKey> needed(String name) {
        if (databases.containsKey(name)) {
            return databases.get(name).dependsOn();
        }
        Service sibling = scope.environment().services().get(name);
        return sibling != null && sibling.instances() > 0 ? Set.of(new ResourceKey(Types.SERVICE, name)) : Set.of();
    }

    private Place place(Service service) {
        return scope.place("services", service.name());
    }
}

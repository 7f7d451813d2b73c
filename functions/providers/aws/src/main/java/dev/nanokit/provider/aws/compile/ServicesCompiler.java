package dev.nanokit.provider.aws.compile;

import dev.nanokit.engine.config.Service;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The services of an environment, and what they share: a cluster, a log group, and the group that says who reaches them. */
final class ServicesCompiler {
    private static final int LOG_DAYS = 30;

    private final Scope scope;
    private final NetworkParts network;
    private final Map<String, DatabaseParts> databases;
    private final List<Resource> resources = new ArrayList<>();

    /** @param databases by name, those that services may depend on */
    ServicesCompiler(Scope scope, NetworkParts network, Map<String, DatabaseParts> databases) {
        this.scope = scope;
        this.network = network;
        this.databases = databases;
    }

    List<Resource> compile() {
        List<Service> services = scope.environment().services().values().stream()
                .filter(service -> service.instances() > 0)
                .toList();
        if (services.isEmpty()) {
            return List.of();
        }
        services.forEach(new ServiceChecks(scope, databases.keySet())::check);
        ServiceSecrets secrets = new ServiceSecrets(scope);
        ServiceCompiler each = new ServiceCompiler(scope, network, databases, secrets, shared());
        services.forEach(service -> resources.addAll(each.compile(service)));
        resources.addAll(secrets.resources());
        return List.copyOf(resources);
    }

    private SharedParts shared() {
        ResourceKey cluster = new ResourceKey(Types.CLUSTER, scope.ownName("services"));
        String clusterName = scope.nameOfOwn("services");
        add(cluster, new Fields().with("name", clusterName), Set.of("name"));
        ResourceKey logs = new ResourceKey(Types.LOG_GROUP, scope.ownName("services"));
        String logName = "/nanokit/" + scope.environment().project() + "/"
                + scope.environment().name() + "/" + scope.environment().component();
        add(logs, new Fields().with("name", logName).with("days", Value.num(LOG_DAYS)), Set.of("name"));
        ResourceKey group = new ResourceKey(Types.SECURITY_GROUP, scope.ownName("services"));
        add(group, group(), Set.of("vpc", "name", "description"));
        return new SharedParts(cluster, clusterName, logs, logName, group);
    }

    private Fields group() {
        return new Fields()
                .with("vpc", network.vpc())
                .with("name", scope.nameOfOwn("services"))
                .with(
                        "description",
                        "Services of " + scope.environment().project() + " in "
                                + scope.environment().name())
                .with("ingress", Value.seq(Ingress.rule("all", "all", Value.text("self"))));
    }

    private void add(ResourceKey key, Fields spec, Set<String> replaceOn) {
        resources.add(Scope.service(key, spec.build(), Set.of(), replaceOn, scope.place("services")));
    }

    /** What the services of a component have one of. */
    record SharedParts(
            ResourceKey cluster, String clusterName, ResourceKey logs, String logName, ResourceKey securityGroup) {}
}

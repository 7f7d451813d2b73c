package dev.nanokit.provider.aws.compile;

import dev.nanokit.engine.config.Database;
import dev.nanokit.engine.resource.Management;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.resource.Section;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The environment's databases, each with the security group that says who may speak to it. */
final class DatabasesCompiler {
    private final Scope scope;
    private final NetworkParts network;
    private final DatabaseClients clients;
    private final List<Resource> resources = new ArrayList<>();

    DatabasesCompiler(Scope scope, NetworkParts network, DatabaseClients clients) {
        this.scope = scope;
        this.network = network;
        this.clients = clients;
    }

    List<Resource> compile() {
        for (Database database : scope.environment().databases().values()) {
            DatabaseEngine engine = DatabaseEngine.of(database.engine());
            new DatabaseRules(scope).check(database, engine);
            ResourceKey securityGroup = securityGroup(database, engine);
            resources.add(
                    database.engine() == Database.Engine.REDIS
                            ? new CacheCompiler(scope)
                                    .compile(database, engine, subnetGroup(Types.CACHE_SUBNET_GROUP), securityGroup)
                            : new RdsCompiler(scope)
                                    .compile(database, engine, subnetGroup(Types.DB_SUBNET_GROUP), securityGroup));
        }
        return List.copyOf(resources);
    }

    private ResourceKey securityGroup(Database database, DatabaseEngine engine) {
        ResourceKey key = new ResourceKey(Types.SECURITY_GROUP, database.name() + ".database");
        List<Value> rules = clients.sources().stream()
                .<Value>map(source -> Ingress.rule("tcp", String.valueOf(engine.port()), source))
                .toList();
        Fields spec = new Fields()
                .with("vpc", network.vpc())
                .with("name", scope.nameAtAws(database.name() + ".database"))
                .with("description", "Clients of database " + database.name())
                .with("ingress", Value.seq(rules));
        Set<ResourceKey> dependsOn = Scope.union(network.dependsOn(), clients.dependsOn());
        resources.add(Scope.resource(
                key,
                Section.DATABASES,
                Management.MANAGED,
                spec.build(),
                dependsOn,
                Set.of("vpc", "name", "description"),
                scope.place("databases", database.name())));
        return key;
    }

    /** One for all of the component's: components of one environment have each their own. */
    private ResourceKey subnetGroup(String type) {
        ResourceKey key = new ResourceKey(type, scope.environment().component());
        if (resources.stream().noneMatch(resource -> resource.key().equals(key))) {
            Fields spec = new Fields()
                    .with("name", scope.nameAtAws(scope.environment().component()))
                    .with("subnets", network.privateSubnets());
            resources.add(Scope.resource(
                    key,
                    Section.DATABASES,
                    Management.MANAGED,
                    spec.build(),
                    network.dependsOn(),
                    Set.of("name"),
                    scope.place("databases")));
        }
        return key;
    }
}

package dev.nanokit.provider.aws.compile;

import dev.nanokit.engine.config.Database;
import dev.nanokit.engine.resource.Management;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.resource.Section;
import dev.nanokit.engine.value.Secret;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.Fields;
import java.util.Optional;
import java.util.Set;

/** A postgres or mysql database as RDS has it. */
final class RdsCompiler {
    private static final int BACKUP_DAYS = 7;
    private static final Set<String> FIXED = Set.of("name", "engine", "encrypted", "database", "user", "subnetGroup");

    private final Scope scope;

    RdsCompiler(Scope scope) {
        this.scope = scope;
    }

    static ResourceKey key(Database database) {
        return new ResourceKey(Types.DATABASE, database.name());
    }

    Resource compile(Database database, DatabaseEngine engine, ResourceKey subnetGroup, ResourceKey securityGroup) {
        Fields spec = new Fields()
                .with("name", Names.fit(scope.nameAtAws(database.name()), Names.DATABASE))
                .with("engine", database.engine().id())
                .with("version", database.version().orElse(engine.version()))
                .with("class", database.plan().orElse(engine.smallest()))
                .with("storage", Value.num(DatabaseRules.gibibytes(database)))
                .with("storageType", "gp3")
                .with("encrypted", Value.bool(true))
                .with("database", named(database, engine.databaseVariable(), schema(database)))
                .with("user", named(database, engine.userVariable(), engine.user()))
                .with("subnetGroup", Value.ref(subnetGroup, "name"))
                .with("securityGroups", Value.seq(Value.ref(securityGroup, "id")))
                .with("backupDays", Value.num(BACKUP_DAYS))
                .with("multiZone", Value.bool(false))
                .with("public", Value.bool(false))
                .with("minorUpgrades", Value.bool(true))
                .with("deletionProtection", Value.bool(true))
                .with("managedPassword", Value.bool(database.rootPassword().isEmpty()));
        database.rootPassword()
                .ifPresent(password -> spec.with("password", Value.hidden(Secret.reference(password.source()))));
        return new Resource(
                key(database),
                Section.DATABASES,
                Management.MANAGED,
                spec.build(),
                Set.of(subnetGroup, securityGroup),
                Set.of(),
                true,
                FIXED,
                Set.of(),
                scope.place("databases", database.name()));
    }

    private static String named(Database database, Optional<String> variable, String otherwise) {
        return variable.map(database.env()::get).orElse(otherwise);
    }

    private static String schema(Database database) {
        return database.name().replace('-', '_');
    }
}

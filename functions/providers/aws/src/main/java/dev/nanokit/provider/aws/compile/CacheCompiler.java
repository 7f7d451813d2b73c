package dev.nanokit.provider.aws.compile;

import dev.nanokit.engine.config.Database;
import dev.nanokit.engine.resource.Management;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.resource.Section;
import dev.nanokit.engine.value.Secret;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.Fields;
import java.util.Map;
import java.util.Set;

/** A redis as ElastiCache has it. */
final class CacheCompiler {
    private static final int BACKUP_DAYS = 7;
    private static final Set<String> FIXED = Set.of("name", "encryptedAtRest", "encryptedInTransit", "subnetGroup");
    /** ElastiCache names no version by its first number alone. */
    private static final Map<String, String> LATEST = Map.of("7", "7.1", "6", "6.2", "5", "5.0.6", "4", "4.0.10");

    private final Scope scope;

    CacheCompiler(Scope scope) {
        this.scope = scope;
    }

    static ResourceKey key(Database database) {
        return new ResourceKey(Types.CACHE, database.name());
    }

    Resource compile(Database database, DatabaseEngine engine, ResourceKey subnetGroup, ResourceKey securityGroup) {
        String version = database.version().orElse(engine.version());
        Fields spec = new Fields()
                .with("name", Names.fit(scope.nameAtAws(database.name()), Names.CACHE))
                .with("version", LATEST.getOrDefault(version, version))
                .with("class", database.plan().orElse(engine.smallest()))
                .with("subnetGroup", Value.ref(subnetGroup, "name"))
                .with("securityGroups", Value.seq(Value.ref(securityGroup, "id")))
                .with("backupDays", Value.num(BACKUP_DAYS))
                .with("minorUpgrades", Value.bool(true))
                .with("encryptedAtRest", Value.bool(true))
                .with("encryptedInTransit", Value.bool(true))
                .with("authenticated", Value.bool(database.rootPassword().isPresent()));
        database.rootPassword()
                .ifPresentOrElse(
                        password -> spec.with("password", Value.hidden(Secret.reference(password.source()))),
                        () -> warnOpen(database));
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

    private void warnOpen(Database database) {
        scope.warn(
                scope.place("databases", database.name()),
                "redis '" + database.name() + "' asks for no password",
                "ElastiCache makes none up, and the file names none: its security group alone keeps others out.",
                "Add rootPassword: { from: ssm, path: … }, of 16 to 128 characters.");
    }
}

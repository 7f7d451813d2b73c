package dev.nanokit.provider.docker.compile;

import dev.nanokit.engine.config.Database;
import dev.nanokit.engine.resource.Management;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.Section;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.Fields;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A database as a container, and the volume that its data is in. */
final class DatabaseCompiler {
    private final Scope scope;

    DatabaseCompiler(Scope scope) {
        this.scope = scope;
    }

    List<Resource> compile(Database database) {
        check(database);
        DatabaseSetup setup = DatabaseSetup.of(database);
        Place place = scope.place("databases", database.name());
        Resource volume = new VolumeCompiler(scope).ofDatabase(setup.volume().name(), place);
        return List.of(volume, container(setup, place));
    }

    private Resource container(DatabaseSetup setup, Place place) {
        Database database = setup.database();
        Value.Obj mounts = Value.obj(
                Map.of(DatabaseProfile.dataPath(database, setup.version()), Mounts.volume(setup.volume(), false)));
        Fields spec = ContainerFields.of(scope, database.name(), setup.image())
                .with("name", scope.names().onEngine(database.name()))
                .with("aliases", Value.texts(List.of(database.name())))
                .with("database", database.engine().id())
                .with("env", Value.obj(setup.containerVariables()))
                .with("mounts", mounts)
                .with(
                        "health",
                        new Fields().with("command", setup.profile().health()).build())
                .with("strategy", "recreate");
        setup.profile().command().ifPresent(command -> spec.with("command", Value.texts(command)));
        return new Resource(
                setup.container(),
                Section.DATABASES,
                Management.MANAGED,
                spec.build(),
                Set.of(scope.names().environmentNetworkKey(), setup.volume()),
                Set.of(),
                false,
                Set.of(),
                Set.of(),
                place);
    }

    private void check(Database database) {
        String name = database.name();
        if (database.storageBytes().isPresent()) {
            scope.warn(
                    scope.place("databases", name, "storage"),
                    "the storage of database '" + name + "' is not enforced",
                    "Docker's own volumes grow until the disk is full.",
                    "Keep an eye on the disk.");
        }
        database.plan()
                .ifPresent(plan -> scope.warn(
                        scope.place("databases", name, "plan"),
                        "the plan '" + plan + "' of database '" + name + "' means nothing on docker",
                        "A plan is a size of a managed database.",
                        "Leave it to environments of other providers, or remove it."));
        String variable = DatabaseProfile.of(database.engine()).passwordVariable();
        if (database.env().containsKey(variable)) {
            scope.error(
                    scope.place("databases", name, "env", variable),
                    "the password of database '" + name + "' stands in plain text",
                    variable + " is set from rootPassword, so that it is treated as a secret.",
                    "Move it to rootPassword: { from: env, name: " + variable + " }.");
        }
    }
}

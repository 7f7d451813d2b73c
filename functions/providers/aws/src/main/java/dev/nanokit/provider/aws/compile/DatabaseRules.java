package dev.nanokit.provider.aws.compile;

import dev.nanokit.engine.config.Database;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether AWS can have a database as the file asks for it. */
final class DatabaseRules {
    static final int LEAST_STORAGE = 20;
    private static final int MOST_STORAGE = 65_536;
    private static final long GIB = 1L << 30;

    private final Scope scope;

    DatabaseRules(Scope scope) {
        this.scope = scope;
    }

    void check(Database database, DatabaseEngine engine) {
        checkVersion(database, engine);
        checkPlan(database, engine);
        checkStorage(database);
        checkVariables(database, engine);
    }

    private void checkVersion(Database database, DatabaseEngine engine) {
        database.version()
                .filter(version -> !engine.versions().matcher(version).matches())
                .ifPresent(version -> scope.error(
                        scope.place("databases", database.name(), "version"),
                        "database '" + database.name() + "': aws has no "
                                + database.engine().id() + " " + version,
                        "AWS names versions of " + database.engine().id() + " by numbers alone.",
                        "Write a version such as " + engine.example() + "."));
    }

    private void checkPlan(Database database, DatabaseEngine engine) {
        if (database.plan().isEmpty()) {
            scope.warn(
                    scope.place("databases", database.name()),
                    "database '" + database.name() + "' gets the smallest size, " + engine.smallest(),
                    "The file names no plan. That size is for trials, not for production.",
                    "Write plan: " + engine.smallest() + ", or a larger one.");
        }
        database.plan()
                .filter(plan -> !plan.matches(Pattern.quote(engine.classes()) + "[a-z0-9-]+\\.[a-z0-9-]+"))
                .ifPresent(plan -> scope.error(
                        scope.place("databases", database.name(), "plan"),
                        "database '" + database.name() + "': aws has no plan '" + plan + "'",
                        "On aws a plan of " + database.engine().id() + " is a class such as " + engine.smallest() + ".",
                        "Write plan: " + engine.smallest() + ", or a larger one."));
    }

    private void checkStorage(Database database) {
        if (database.storageBytes().isEmpty()) {
            return;
        }
        if (database.engine() == Database.Engine.REDIS) {
            scope.error(
                    scope.place("databases", database.name(), "storage"),
                    "the storage of database '" + database.name() + "' can't be chosen on aws",
                    "ElastiCache keeps redis in memory, and the plan says how much there is.",
                    "Remove storage; choose a larger plan.");
            return;
        }
        long size = gibibytes(database);
        if (size < LEAST_STORAGE || size > MOST_STORAGE) {
            scope.error(
                    scope.place("databases", database.name(), "storage"),
                    "database '" + database.name() + "' can't have " + size + " GiB of storage on aws",
                    "RDS gives from " + LEAST_STORAGE + " to " + MOST_STORAGE + " GiB.",
                    "Write storage: " + LEAST_STORAGE + "gb or more.");
        }
    }

    /** In whole GiB, as AWS counts it; a part of one is a whole one. */
    static long gibibytes(Database database) {
        long bytes = database.storageBytes().orElse(LEAST_STORAGE * GIB);
        return (bytes + GIB - 1) / GIB;
    }

    private void checkVariables(Database database, DatabaseEngine engine) {
        database.env().keySet().stream()
                .filter(name -> engine.userVariable().filter(name::equals).isEmpty())
                .filter(name -> engine.databaseVariable().filter(name::equals).isEmpty())
                .forEach(name -> scope.error(
                        scope.place("databases", database.name(), "env", name),
                        "database '" + database.name() + "' can't be given " + name + " on aws",
                        "A managed database has no environment variables" + understood(engine) + ".",
                        "Take it out of the environments on aws."));
    }

    private static String understood(DatabaseEngine engine) {
        List<String> known = Stream.concat(engine.databaseVariable().stream(), engine.userVariable().stream())
                .toList();
        return known.isEmpty() ? "" : "; Nanokit understands " + String.join(" and ", known) + ", and no other";
    }
}

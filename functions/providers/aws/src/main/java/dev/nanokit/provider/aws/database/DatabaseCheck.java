package dev.nanokit.provider.aws.database;

import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.plan.FieldChange;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.aws.compile.Types;
import java.util.ArrayList;
import java.util.List;

/** What RDS would refuse about a change, known before anything is changed. */
public final class DatabaseCheck {
    private DatabaseCheck() {}

    public static List<Problem> check(Plan plan) {
        List<Problem> problems = new ArrayList<>();
        plan.waves().stream()
                .flatMap(List::stream)
                .filter(change -> change.key().type().equals(Types.DATABASE))
                .filter(change -> change instanceof Change.Update || change instanceof Change.Adopt)
                .forEach(change ->
                        change.fields().forEach(field -> check(change.desired().orElseThrow(), field, problems)));
        return problems;
    }

    private static void check(Resource database, FieldChange field, List<Problem> problems) {
        if (field.before() instanceof Value.Num(var before)
                && field.after() instanceof Value.Num(var after)
                && field.path().equals("storage")
                && after.compareTo(before) < 0) {
            problems.add(Problem.error(
                    database.place(),
                    "the storage of database '" + database.key().name() + "' can't shrink from "
                            + before.toPlainString() + " to " + after.toPlainString() + " GiB",
                    "RDS makes storage larger, never smaller.",
                    "Write storage: " + before.toPlainString() + "gb; or make a database of another name, and move the"
                            + " data over."));
        }
        if (field.before() instanceof Value.Text(String before)
                && field.after() instanceof Value.Text(String after)
                && field.path().equals("version")) {
            checkVersion(database, before, after, problems);
        }
    }

    private static void checkVersion(Resource database, String before, String after, List<Problem> problems) {
        String engine = database.spec().text("engine");
        if (EngineVersion.parse(after, engine).isBelow(EngineVersion.parse(before, engine))) {
            problems.add(Problem.error(
                    database.place(),
                    "database '" + database.key().name() + "' can't go back from " + engine + " " + before + " to "
                            + after,
                    "RDS brings databases to later versions only.",
                    "Write version: \"" + before + "\"; or restore a snapshot of before the upgrade."));
        }
    }
}

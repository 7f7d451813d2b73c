package dev.nanokit.provider.aws.lab;

import dev.nanokit.engine.plan.Action;
import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.plan.FieldChange;
import dev.nanokit.engine.plan.Plan;
import java.util.List;

/** A plan in few words. */
public final class Plans {
    private Plans() {}

    public static List<Action> actions(Plan plan) {
        return plan.waves().stream().flatMap(List::stream).map(Change::action).toList();
    }

    /** {@code UPDATE database/orders}, one for each change. */
    public static List<String> changes(Plan plan) {
        return plan.waves().stream()
                .flatMap(List::stream)
                .map(change -> change.action() + " " + change.key())
                .toList();
    }

    /** {@code database/orders class}, one for each field that is to change. */
    public static List<String> fields(Plan plan) {
        return plan.waves().stream()
                .flatMap(List::stream)
                .flatMap(change ->
                        change.fields().stream().map(FieldChange::path).map(path -> change.key() + " " + path))
                .toList();
    }
}

package dev.nanokit.cli.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** What has changed between a plan that was saved and the plan that would be made now, in words. */
final class PlanDifference {
    private PlanDifference() {}

    /** Never empty: plans with different digests differ at least in something that is not shown. */
    static List<String> between(SavedPlan saved, SavedPlan now) {
        List<String> differences = new ArrayList<>();
        if (saved.serial() != now.serial()) {
            differences.add("the serial was " + saved.serial() + " and is " + now.serial()
                    + " now: something was applied in between");
        }
        if (!saved.commit().equals(now.commit())) {
            differences.add("the commit was " + commit(saved) + " and is " + commit(now) + " now");
        }
        Set<String> names = new TreeSet<>(saved.changes().keySet());
        names.addAll(now.changes().keySet());
        for (String name : names) {
            JsonNode before = saved.changes().get(name);
            JsonNode after = now.changes().get(name);
            if (!action(before).equals(action(after))) {
                differences.add(name + ": was " + planned(before) + ", now " + planned(after));
            } else if (!before.path("fields").equals(after.path("fields"))) {
                differences.add(name + ": other fields change than was planned");
            }
        }
        return differences.isEmpty()
                ? List.of("something differs that a plan does not show, such as the text of a secret")
                : differences;
    }

    private static String action(JsonNode changeOrNull) {
        return changeOrNull == null ? "" : changeOrNull.path("action").asString("");
    }

    private static String planned(JsonNode changeOrNull) {
        String action = action(changeOrNull);
        return action.isEmpty() ? "not in the plan" : "'" + action + "'";
    }

    private static String commit(SavedPlan plan) {
        return plan.commit().isEmpty() ? "none" : plan.commit();
    }
}

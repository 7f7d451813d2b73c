package dev.nanokit.engine.plan;

import dev.nanokit.engine.value.JsonText;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The JSON of {@link PlanJson} in parts, so that a plan of any length can be kept where a text of any length can not.
 */
public final class PlanParts {
    private static final String NO_CHANGES = "\"changes\":[]";

    private PlanParts() {}

    /** Everything but the changes. */
    public static String head(Plan plan) {
        return PlanJson.writeWithoutChanges(plan);
    }

    /** The changes wave by wave, one JSON object each, without those that change nothing. */
    public static Stream<String> changes(Plan plan) {
        return IntStream.range(0, plan.waves().size())
                .boxed()
                .flatMap(wave -> plan.waves().get(wave).stream()
                        .map(change -> JsonText.compact(out -> new ChangeJson(out).write(change, wave + 1))));
    }

    /** What stays as it is, one JSON object each. */
    public static Stream<String> unchanged(Plan plan) {
        return plan.unchanged().stream().map(change -> JsonText.compact(out -> new ChangeJson(out).writeApart(change)));
    }

    /**
     * The whole again: what {@link PlanJson#write} gives.
     *
     * @param changes the changes and then what stays, in their order
     */
    public static String join(String head, Stream<String> changes) {
        int at = head.indexOf(NO_CHANGES);
        if (at < 0) {
            throw new IllegalArgumentException("this is not the head of a plan: it has no list of changes");
        }
        StringBuilder whole = new StringBuilder(head);
        StringBuilder list = new StringBuilder();
        changes.forEach(change -> list.append(list.isEmpty() ? "" : ",").append(change));
        return whole.insert(at + NO_CHANGES.length() - 1, list).toString();
    }
}

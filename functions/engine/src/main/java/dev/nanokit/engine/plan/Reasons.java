package dev.nanokit.engine.plan;

import dev.nanokit.engine.resource.RecordedResource;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Why something is to be done, in the words that people read. */
final class Reasons {
    private static final int LONGEST_VALUE = 60;

    private Reasons() {}

    /** {@code image: nginx:1.26 → nginx:1.27}. */
    static String changed(FieldChange change, boolean fixed) {
        return change.path() + ": " + sides(change) + (fixed ? " (can't be changed in place)" : "");
    }

    /** {@code changed by hand: env.LOG_LEVEL is debug; put back to info}. */
    static String drifted(FieldChange change, boolean fixed) {
        String now = isNull(change.before()) ? "is gone" : "is " + shown(change.before(), change.sensitive());
        String then =
                isNull(change.after()) ? "taken away" : "put back to " + shown(change.after(), change.sensitive());
        return "changed by hand: " + change.path() + " " + now + "; " + then
                + (fixed ? " (can't be changed in place)" : "");
    }

    static String gone(RecordedResource recorded) {
        String name = Named.atProvider(recorded.outputs())
                .or(recorded::providerId)
                .orElse(recorded.key().name());
        return "was removed by hand: " + recorded.key().type() + " " + name + " is gone";
    }

    /** {@code depends on network/default, which is replaced}. */
    static String dependency(ResourceKey key, Change changeOrNull) {
        String fate = switch (changeOrNull) {
            case null -> "is not known yet";
            case Change.Create create when create.recorded().isPresent() -> "is made anew";
            case Change.Create ignored -> "is created";
            case Change.Replace ignored -> "is replaced";
            case Change.NoOp ignored -> "is not there yet";
            default -> "changes";
        };
        return "depends on " + key + ", which " + fate;
    }

    /** What differs between a record and what is desired beside the spec; empty when nothing does. */
    static List<String> recordChanges(RecordedResource recorded, Resource desired) {
        List<String> changes = new ArrayList<>();
        if (!recorded.dependsOn().equals(desired.dependsOn())) {
            changes.add("only its record changes: depends on " + listed(desired.dependsOn()) + " now");
        }
        if (!recorded.claims().equals(desired.claims())) {
            changes.add("only its record changes: claims " + listed(desired.claims()) + " now");
        }
        if (recorded.holdsData() != desired.holdsData()) {
            changes.add("only its record changes: holds " + (desired.holdsData() ? "" : "no ") + "data now");
        }
        if (recorded.section() != desired.section()) {
            changes.add("only its record changes: stands under "
                    + desired.section().name().toLowerCase(Locale.ROOT) + " now");
        }
        return changes;
    }

    private static String sides(FieldChange change) {
        if (!change.sensitive() || change.after() instanceof Value.Unknown) {
            return shown(change.before(), change.sensitive()) + " → " + shown(change.after(), change.sensitive());
        }
        if (isNull(change.before())) {
            return "added (sensitive)";
        }
        return isNull(change.after()) ? "taken away (sensitive)" : "changed (sensitive)";
    }

    private static String shown(Value value, boolean sensitive) {
        String text = Shown.side(value, sensitive);
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE - 1) + "…";
    }

    private static boolean isNull(Value value) {
        return value instanceof Value.Null;
    }

    private static String listed(Collection<?> items) {
        return items.isEmpty()
                ? "nothing"
                : items.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }
}

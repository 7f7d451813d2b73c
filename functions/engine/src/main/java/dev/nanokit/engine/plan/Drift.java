package dev.nanokit.engine.plan;

import dev.nanokit.engine.resource.Phase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What is otherwise than it was applied: found by planning the commit that was applied last. What that plan asks for
 * besides is no drift: it was never applied, or it follows from what has drifted.
 *
 * @param byHand what somebody changed or removed, in the order of the keys; each with those of its fields and reasons
 *     that say so
 * @param besides the rest of the plan
 */
public record Drift(List<Change> byHand, List<Change> besides) {
    private static final Comparator<Change> BY_KEY = Comparator.comparing(Change::key);

    public Drift {
        byHand = List.copyOf(byHand);
        besides = List.copyOf(besides);
    }

    /** @param plan of the commit that was applied last, against what is there */
    public static Drift of(Plan plan) {
        List<Change> byHand = new ArrayList<>();
        List<Change> besides = new ArrayList<>();
        plan.changes().forEach(change -> {
            byHand(change).ifPresent(byHand::add);
            besides(change).ifPresent(besides::add);
        });
        byHand.sort(BY_KEY);
        besides.sort(BY_KEY);
        return new Drift(byHand, besides);
    }

    public boolean isEmpty() {
        return byHand.isEmpty();
    }

    private static Optional<Change> byHand(Change change) {
        if (isGone(change)) {
            return Optional.of(narrowed(change, field -> false, reason -> true));
        }
        return Optional.of(narrowed(change, field -> isDrifted(change, field), reason -> isOfDrift(change, reason)))
                .filter(drifted -> !drifted.fields().isEmpty());
    }

    private static Optional<Change> besides(Change change) {
        if (isGone(change)) {
            return Optional.empty();
        }
        return Optional.of(narrowed(change, field -> !isDrifted(change, field), reason -> !isOfDrift(change, reason)))
                .filter(rest -> !rest.reasons().isEmpty());
    }

    /** Was made whole, and is not there. What is half made has not been applied. */
    private static boolean isGone(Change change) {
        return change instanceof Change.Create create
                && create.recorded()
                        .filter(recorded -> recorded.phase() == Phase.READY)
                        .isPresent();
    }

    /** The planner says of each such field why it is to be changed. */
    private static boolean isDrifted(Change change, FieldChange field) {
        return Stream.of(false, true).anyMatch(fixed -> change.reasons().contains(Reasons.drifted(field, fixed)));
    }

    private static boolean isOfDrift(Change change, String reason) {
        return change.fields().stream()
                .anyMatch(field ->
                        Stream.of(false, true).anyMatch(fixed -> reason.equals(Reasons.drifted(field, fixed))));
    }

    private static Change narrowed(Change change, Predicate<FieldChange> fields, Predicate<String> reasons) {
        List<FieldChange> left = change.fields().stream().filter(fields).toList();
        List<String> why = change.reasons().stream().filter(reasons).toList();
        return switch (change) {
            case Change.Create it -> new Change.Create(it.resource(), it.recorded(), why, left);
            case Change.Update it -> new Change.Update(it.resource(), it.recorded(), it.observed(), why, left);
            case Change.Replace it -> new Change.Replace(it.resource(), it.recorded(), it.observed(), why, left);
            case Change.Adopt it -> new Change.Adopt(it.resource(), it.recorded(), it.observed(), why, left);
            case Change.NoOp it -> new Change.NoOp(it.resource(), it.recorded(), it.providerId(), why);
            case Change.Delete it -> new Change.Delete(it.resource(), it.observed(), why, left);
        };
    }
}

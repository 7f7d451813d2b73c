package dev.nanokit.engine.config.check;

import dev.nanokit.engine.config.provider.Capability;
import dev.nanokit.engine.config.tree.Block;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.source.Problems;
import java.util.List;
import java.util.OptionalInt;

/** {@code min ≤ Σ count ≤ max}. */
final class BoundsRule implements Rule {
    private static final String WHY = "min and max bound the number of machines that instances name in all.";

    @Override
    public void check(Draft draft, Problems problems) {
        draft.infra().filter(infra -> isReadable(infra)).ifPresent(infra -> {
            if (infra.has("instances")) {
                checkBounds(infra, problems);
            } else if (draft.can(Capability.INSTANCES)) {
                checkNothingToBound(infra, problems);
            }
        });
    }

    private static boolean isReadable(Block infra) {
        return !infra.isOpaque("instances")
                && !infra.isOpaque("min")
                && !infra.isOpaque("max")
                && !infra.isOpaque("scaling")
                && infra.items("instances").stream().noneMatch(group -> group.isOpaque("count"));
    }

    private static void checkBounds(Block infra, Problems problems) {
        Bounds bounds = Bounds.of(infra);
        int sum = bounds.sum();
        OptionalInt min = bounds.min();
        OptionalInt max = bounds.max();
        if (min.isPresent() && max.isPresent() && min.getAsInt() > max.getAsInt()) {
            problems.error(
                    infra.placeOf("min"),
                    "infra.min " + min.getAsInt() + " is greater than infra.max " + max.getAsInt(),
                    WHY,
                    "Raise max, or lower min.");
        } else if (min.isPresent() && sum < min.getAsInt()) {
            problems.error(
                    infra.placeOf("min"),
                    "infra.min " + min.getAsInt() + " is greater than the sum of all counts, which is " + sum,
                    WHY,
                    "Lower min to " + sum + ", or raise a count.");
        } else if (max.isPresent() && sum > max.getAsInt()) {
            problems.error(
                    infra.placeOf("max"),
                    "infra.max " + max.getAsInt() + " is less than the sum of all counts, which is " + sum,
                    WHY,
                    "Raise max to " + sum + ", or lower a count.");
        }
        warnOfDefaults(infra, bounds, problems);
    }

    private static void warnOfDefaults(Block infra, Bounds bounds, Problems problems) {
        if (!Bounds.isAuto(infra) || bounds.sum() == 0) {
            return;
        }
        Place place = infra.placeOf("scaling");
        if (!infra.has("min")) {
            problems.warning(
                    place,
                    "infra.min is not given: " + bounds.min().getAsInt() + " is taken",
                    "With scaling: auto it is the sum of all counts.",
                    "Add min: " + bounds.min().getAsInt() + ", or another number.");
        }
        if (!infra.has("max")) {
            problems.warning(
                    place,
                    "infra.max is not given: " + bounds.max().getAsInt() + " is taken",
                    "With scaling: auto it is twice the sum of all counts.",
                    "Add max: " + bounds.max().getAsInt() + ", or another number.");
        }
    }

    private static void checkNothingToBound(Block infra, Problems problems) {
        List.of("min", "max").stream()
                .filter(infra::has)
                .forEach(key -> problems.error(
                        infra.placeOfKey(key),
                        "infra." + key + " has nothing to bound",
                        WHY,
                        "Add instances, or remove " + key + "; replicas of a service are bounded by its scale."));
        if (Bounds.isAuto(infra)) {
            problems.warning(
                    infra.placeOf("scaling"),
                    "infra.scaling: auto has nothing to scale",
                    "It changes the number of machines, and there are no instances.",
                    "Add instances, or remove it; replicas of a service are scaled by its scale.");
        }
    }
}

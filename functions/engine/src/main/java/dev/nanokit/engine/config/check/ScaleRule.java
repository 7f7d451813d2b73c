package dev.nanokit.engine.config.check;

import dev.nanokit.engine.config.tree.Block;
import dev.nanokit.engine.config.tree.Located;
import dev.nanokit.engine.source.Problems;
import java.util.Optional;

/** A service's {@code scale}: {@code min ≤ instances ≤ max}. */
final class ScaleRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        draft.services()
                .values()
                .forEach(service -> service.block("scale").ifPresent(scale -> check(service, scale, problems)));
    }

    private static void check(Block service, Block scale, Problems problems) {
        Optional<Located<Integer>> min = scale.whole("min");
        Optional<Located<Integer>> max = scale.whole("max");
        if (!scale.has("max")) {
            problems.error(
                    scale.place(),
                    scale.path() + ".max is missing",
                    "Replicas are added up to this number.",
                    "Add max: …");
            return;
        }
        if (max.filter(value -> value.value() < min.map(Located::value).orElse(1))
                .isPresent()) {
            problems.error(
                    max.get().place(),
                    scale.path() + ".max " + max.get().value() + " is less than min, which is "
                            + min.map(Located::value).orElse(1),
                    "Replicas are kept between min and max; min is 1 where it is not given.",
                    "Raise max, or lower min.");
            return;
        }
        service.whole("instances").filter(count -> count.value() > 0).ifPresent(count -> {
            boolean tooFew = min.filter(value -> count.value() < value.value()).isPresent();
            boolean tooMany = max.filter(value -> count.value() > value.value()).isPresent();
            if (tooFew || tooMany) {
                problems.error(
                        count.place(),
                        service.path() + ".instances " + count.value() + " is not between scale.min and scale.max",
                        "instances is the number that scaling begins with.",
                        "Remove instances, or move it between them.");
            }
        });
    }
}

package dev.nanokit.bench.plan;

import dev.nanokit.engine.plan.Plan;

/** Makes sure that what is measured is the plan it is said to be. */
final class Unchanged {
    private Unchanged() {}

    static void expect(Plan plan, int resources) {
        if (!plan.isEmpty() || plan.unchanged().size() != resources) {
            throw new IllegalStateException("not a plan of %d unchanged resources: %s"
                    .formatted(resources, plan.changes().limit(3).toList()));
        }
    }
}

package dev.nanokit.github.report;

import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.value.Value;
import java.util.List;
import java.util.Map;

/** Plans for tests outside this package. */
public final class PlanSamples {
    private PlanSamples() {}

    public static Plan usual() {
        return Samples.plan();
    }

    public static List<Plan> all() {
        return List.of(Samples.plan(), Samples.guarded(), Samples.nothing(), Samples.withoutItsShare(), adopting());
    }

    private static Plan adopting() {
        return new Shop()
                .finds("container/web", 21, Map.of("image", Value.text("nginx:1.27"), "replicas", Value.num(2)))
                .plan();
    }

    /** So many new services. */
    public static Plan large(int services) {
        Shop shop = new Shop();
        for (int i = 0; i < services; i++) {
            shop.wants("container/service-" + i, 21, Map.of("image", Value.text("image:" + i)));
        }
        return shop.plan();
    }
}

package dev.nanokit.bench.plan;

import dev.nanokit.bench.harness.Metric;
import dev.nanokit.bench.harness.Trial;
import dev.nanokit.engine.plan.PlanRequest;
import dev.nanokit.engine.plan.Planner;
import dev.nanokit.engine.resource.Owner;
import dev.nanokit.engine.value.SealingKey;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The engine's planner over a world in which nothing has changed. */
final class PlannerTrial implements Trial {
    private final int size;
    private final int repetitions;
    private final PlanRequest request;

    PlannerTrial(int size, int repetitions) {
        this.size = size;
        this.repetitions = repetitions;
        SteadyWorld world = new SteadyWorld(size);
        Owner owner = new Owner("shop", "production", "main");
        this.request = new PlanRequest(
                "plan",
                owner,
                "commit",
                1,
                world.resources(),
                world.recorded(owner),
                List.of(),
                world.observed(owner),
                Set.of(),
                List.of(),
                new SealingKey(new byte[32]));
    }

    @Override
    public Map<Metric, Double> run() throws Exception {
        return Usage.measured(repetitions, () -> Unchanged.expect(Planner.plan(request), size));
    }
}

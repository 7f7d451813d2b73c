package dev.nanokit.bench.plan;

import dev.nanokit.bench.Benchmark;
import dev.nanokit.bench.Effort;
import dev.nanokit.bench.harness.Contender;
import dev.nanokit.bench.harness.Outcome;
import java.util.List;

/** Whether the engine's time and memory grow with the number of resources, and no faster. */
public final class PlannerBenchmark implements Benchmark {
    @Override
    public String name() {
        return "planner";
    }

    @Override
    public String question() {
        return "the engine alone, 1,000 and 10,000 resources, nothing changed";
    }

    @Override
    public List<Outcome> run(Effort effort) throws Exception {
        return List.of(effort.race(10, 20)
                .run(
                        "Planner, nothing changed (linear growth: 10 times)",
                        List.of(
                                new Contender("1,000 resources", new PlannerTrial(1_000, 10)),
                                new Contender("10,000 resources", new PlannerTrial(10_000, 1)))));
    }
}

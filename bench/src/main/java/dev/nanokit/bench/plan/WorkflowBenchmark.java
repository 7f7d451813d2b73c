package dev.nanokit.bench.plan;

import dev.nanokit.bench.Benchmark;
import dev.nanokit.bench.Effort;
import dev.nanokit.bench.Scratch;
import dev.nanokit.bench.harness.Contender;
import dev.nanokit.bench.harness.Outcome;
import java.util.List;

/** Whether the whole plan workflow's time and memory grow with the number of resources, and no faster. */
public final class WorkflowBenchmark implements Benchmark {
    @Override
    public String name() {
        return "workflow";
    }

    @Override
    public String question() {
        return "compile, read state, discover, compare, keep the plan: 1,000 and 10,000 resources, nothing changed";
    }

    @Override
    public List<Outcome> run(Effort effort) throws Exception {
        try (Scratch scratch = Scratch.create("workflow");
                SteadySite thousand = new SteadySite(scratch.folder("1000"), 1_000);
                SteadySite tenThousand = new SteadySite(scratch.folder("10000"), 10_000)) {
            thousand.record();
            tenThousand.record();
            return List.of(effort.race(5, 15)
                    .run(
                            "Plan workflow on SQLite, nothing changed (linear growth: 10 times)",
                            List.of(
                                    new Contender("1,000 resources", () -> Usage.measured(10, thousand::plan)),
                                    new Contender("10,000 resources", () -> Usage.measured(1, tenThousand::plan)))));
        }
    }
}

package dev.nanokit.bench;

import dev.nanokit.bench.containers.ContainerBenchmark;
import dev.nanokit.bench.lambda.LambdaBenchmark;
import dev.nanokit.bench.locks.LockBenchmark;
import dev.nanokit.bench.plan.PlannerBenchmark;
import dev.nanokit.bench.plan.ScaleBenchmark;
import dev.nanokit.bench.plan.WorkflowBenchmark;
import dev.nanokit.bench.start.StartBenchmark;
import dev.nanokit.bench.webhook.WebhookBenchmark;
import java.util.List;

/** Those that there are. */
final class Benchmarks {
    static final List<Benchmark> ALL = List.of(
            new StartBenchmark(),
            new ContainerBenchmark(),
            new PlannerBenchmark(),
            new WorkflowBenchmark(),
            new ScaleBenchmark(),
            new LockBenchmark(),
            new WebhookBenchmark(),
            new LambdaBenchmark());

    private Benchmarks() {}
}

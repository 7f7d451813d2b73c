package dev.nanokit.github.flow;

import dev.nanokit.engine.plan.Plan;
import dev.nanokit.stages.ApplyInput;
import dev.nanokit.stages.ApplyResult;
import dev.nanokit.stages.PlanInput;
import dev.nanokit.stages.RunEvent;
import dev.nanokit.stages.Workflows;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** In a process that has no credentials of any provider. */
enum NoStagesHere implements Workflows {
    INSTANCE;

    @Override
    public Plan plan(PlanInput input) {
        throw none();
    }

    @Override
    public Plan planOffline(PlanInput input) {
        throw none();
    }

    @Override
    public ApplyResult apply(ApplyInput input, Consumer<RunEvent> events, BooleanSupplier cancelled) {
        throw none();
    }

    private static IllegalStateException none() {
        return new IllegalStateException("no stage runs in this process");
    }
}

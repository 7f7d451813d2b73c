package dev.nanokit.workflows;

import dev.nanokit.engine.plan.Plan;
import dev.nanokit.stages.ApplyInput;
import dev.nanokit.stages.ApplyResult;
import dev.nanokit.stages.PlanInput;
import dev.nanokit.stages.RunEvent;
import dev.nanokit.stages.Site;
import dev.nanokit.stages.Workflows;
import dev.nanokit.stages.run.RunRequests;
import dev.nanokit.state.run.Runs;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Asks for applies, and leaves it to others to start them. */
record OnlyAsked(Site.Parts parts, String run) implements Workflows {
    @Override
    public Plan plan(PlanInput input) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Plan planOffline(PlanInput input) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ApplyResult apply(ApplyInput input, Consumer<RunEvent> events, BooleanSupplier cancelled) {
        new Runs(parts.table(), InstantSource.system()).ask(RunRequests.of(run, input, Optional.empty()));
        return new ApplyResult.Applied(null, Duration.ZERO);
    }
}

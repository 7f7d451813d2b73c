package dev.nanokit.stages.step;

import dev.nanokit.engine.value.JsonFields;
import dev.nanokit.engine.value.Value;
import dev.nanokit.stages.plan.Planned;
import dev.nanokit.state.run.PlannedChange;
import dev.nanokit.state.run.RunRequest;
import dev.nanokit.state.run.RunResult;
import dev.nanokit.state.run.Runs;
import dev.nanokit.state.store.StateStore;
import java.util.Map;

/** Plans, and keeps the plan. Takes no lock and changes nothing. Answers {@code next}: {@code finish}. */
final class PlanStep implements Step {
    private final RunDesk desk;
    private final StateStore store;
    private final Planning planning;

    PlanStep(RunDesk desk, StateStore store, Planning planning) {
        this.desk = desk;
        this.store = store;
        this.planning = planning;
    }

    @Override
    public Value.Obj perform(JsonFields input) {
        return desk.concluding(input, this::plan);
    }

    private Value.Obj plan(RunRequest request) {
        Planned planned = planning.plan(request);
        store.savePlan(request.environment(), planned.plan(), Runs.KEEP);
        desk.runs()
                .plans()
                .save(request.run(), planned.plan(), planned.key(), change -> new PlannedChange(change, Map.of()), 0);
        desk.runs().end(request.run(), new RunResult.Planned());
        return Answer.finish();
    }
}

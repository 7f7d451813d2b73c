package dev.nanokit.stages.step;

import dev.nanokit.engine.value.JsonFields;
import dev.nanokit.engine.value.Value;
import dev.nanokit.stages.run.Failures;
import dev.nanokit.stages.run.RunFailedException;
import dev.nanokit.state.run.RunPlans;
import dev.nanokit.state.run.RunRequest;
import dev.nanokit.state.run.RunResult;
import dev.nanokit.state.run.RunTenure;
import dev.nanokit.state.run.Runs;
import java.util.function.Function;

/** Looks up what a step is about, and says clearly what is missing. */
record RunDesk(Runs runs) {
    /** @throws RunFailedException when nobody asked for it, or it was forgotten */
    RunRequest request(JsonFields input) {
        String run = input.text("run");
        return runs.request(run)
                .orElseThrow(() -> new RunFailedException(
                        "the request of the run " + run + " is gone; requests are kept for " + Runs.KEEP.toDays()
                                + " days",
                        "ask again: plan or apply anew"));
    }

    /** @throws RunFailedException when the run never had the locks */
    RunTenure tenure(RunRequest request) {
        return runs.progress()
                .tenure(request)
                .orElseThrow(() ->
                        new RunFailedException("the run " + request.run() + " works without a lock", "run it again"));
    }

    /** @throws RunFailedException when there is no plan, or it was forgotten */
    RunPlans.Head plan(RunRequest request) {
        return runs.plans()
                .head(request.run())
                .orElseThrow(() -> new RunFailedException(
                        "the plan of the run " + request.run() + " is gone; plans are kept for " + Runs.KEEP.toDays()
                                + " days",
                        "run it again: it is planned anew"));
    }

    /**
     * A step of a run that has changed nothing yet: what it fails for is the run's result, unless it may pass.
     *
     * @param step given the request
     */
    Value.Obj concluding(JsonFields input, Function<RunRequest, Value.Obj> step) {
        RunRequest request = request(input);
        if (runs.result(request.run()).isPresent()) {
            return Answer.finish();
        }
        try {
            return step.apply(request);
        } catch (RuntimeException e) {
            if (Steps.isRetryable(e)) {
                throw e;
            }
            runs.end(request.run(), new RunResult.Failed(Failures.of(e)));
            return Answer.finish();
        }
    }
}

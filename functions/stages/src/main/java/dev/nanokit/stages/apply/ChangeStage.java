package dev.nanokit.stages.apply;

import dev.nanokit.engine.plan.Change;
import dev.nanokit.provider.Progress;

/** Does one change to its end: writes down that it begins, has the provider do it, writes down what came of it. */
final class ChangeStage {
    private final ChangeWork work;
    private final LiveOutputs outputs;
    private final Attempt attempt;

    ChangeStage(ChangeWork work, LiveOutputs outputs, Attempt attempt) {
        this.work = work;
        this.outputs = outputs;
        this.attempt = attempt;
    }

    void perform(Change change) {
        if (change instanceof Change.NoOp) {
            return;
        }
        ChangeWork.Prepared prepared = work.prepare(change, outputs::find);
        work.begin(prepared);
        Progress.Done done = attempt.perform(change, prepared.inputs());
        outputs.answered(change.key(), done.outputs());
        work.end(prepared, done);
    }
}

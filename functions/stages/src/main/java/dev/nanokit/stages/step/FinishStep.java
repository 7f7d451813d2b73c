package dev.nanokit.stages.step;

import dev.nanokit.engine.value.JsonFields;
import dev.nanokit.engine.value.Value;
import dev.nanokit.state.run.RunRequest;

/**
 * The last step of an apply: says how it has ended, unless an earlier step has, and gives back what the run holds.
 * Answers {@code next}: {@code end}.
 */
final class FinishStep implements Step {
    private final RunDesk desk;
    private final RunEnding ending;

    FinishStep(RunDesk desk, RunEnding ending) {
        this.desk = desk;
        this.ending = ending;
    }

    @Override
    public Value.Obj perform(JsonFields input) {
        RunRequest request = desk.request(input);
        if (desk.runs().result(request.run()).isEmpty()) {
            ending.afterWork(request, desk.tenure(request), desk.plan(request).plan());
        }
        ending.giveBack(request);
        return Answer.next("end");
    }
}

package dev.nanokit.stages.step;

import dev.nanokit.engine.value.JsonFields;
import dev.nanokit.engine.value.Value;
import dev.nanokit.state.run.ChangeOutcome;
import dev.nanokit.state.run.RunProgress;
import dev.nanokit.state.run.RunRequest;
import dev.nanokit.state.run.RunStop;

/**
 * A change about which the function that was to do it has given no answer, not even after all tries: it counts as
 * failed, and nothing new is begun. Takes {@code n} and {@code error}.
 */
final class GiveUpStep implements Step {
    private final RunDesk desk;

    GiveUpStep(RunDesk desk) {
        this.desk = desk;
    }

    @Override
    public Value.Obj perform(JsonFields input) {
        RunRequest request = desk.request(input);
        int number = Math.toIntExact(input.number("n"));
        RunProgress progress = desk.runs().progress();
        boolean ended = progress.outcome(request.run(), number)
                .filter(outcome -> !(outcome instanceof ChangeOutcome.AtWork))
                .isPresent();
        if (!ended) {
            StepError error = StepError.read(input);
            progress.became(request.run(), number, new ChangeOutcome.Failed(error.message(), StepError.FIX));
            progress.stop(request, RunStop.FAILED);
        }
        return Value.Obj.EMPTY;
    }
}

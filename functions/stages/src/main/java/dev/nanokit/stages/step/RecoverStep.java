package dev.nanokit.stages.step;

import dev.nanokit.engine.value.JsonFields;
import dev.nanokit.engine.value.Value;
import dev.nanokit.state.run.RunFailure;
import dev.nanokit.state.run.RunRequest;
import dev.nanokit.state.run.RunResult;
import dev.nanokit.state.run.Runs;
import java.util.Optional;

/**
 * Where every error of a workflow ends: says how the run has ended, and gives back what it holds. Takes {@code data}, the
 * workflow's state with the {@code error} in it. Answers {@code next}: {@code end}.
 */
final class RecoverStep implements Step {
    private final Runs runs;
    private final RunEnding ending;

    RecoverStep(Runs runs, RunEnding ending) {
        this.runs = runs;
        this.ending = ending;
    }

    @Override
    public Value.Obj perform(JsonFields input) {
        JsonFields data = input.fields("data");
        String run = data.text("run");
        RunFailure why = failure(run, StepError.read(data));
        Optional<RunRequest> request = runs.request(run);
        if (runs.result(run).isEmpty()) {
            request.ifPresentOrElse(
                    known -> ending.inTheMiddle(known, Optional.of(why)),
                    () -> runs.end(run, new RunResult.Failed(why)));
        }
        request.ifPresent(ending::giveBack);
        return Answer.next("end");
    }

    /** What the step has noted says more than what the workflow was told. */
    private RunFailure failure(String run, StepError error) {
        return Optional.of(error)
                .filter(StepError::isOurs)
                .flatMap(ours -> runs.trouble(run))
                .orElseGet(() -> RunFailure.of(RunFailure.Kind.RUN, error.message(), StepError.FIX));
    }
}

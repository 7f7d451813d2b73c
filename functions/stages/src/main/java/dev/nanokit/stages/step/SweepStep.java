package dev.nanokit.stages.step;

import dev.nanokit.engine.value.JsonFields;
import dev.nanokit.engine.value.Value;
import dev.nanokit.state.run.RunRequest;
import dev.nanokit.state.run.RunResult;
import dev.nanokit.state.run.RunStop;
import dev.nanokit.state.run.Runs;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Ends the runs whose workflow is gone without a word: stopped, or run out of time. What they hold is given back without
 * waiting for their lease to run out. Answers {@code swept}, how many there were.
 */
final class SweepStep implements Step {
    /** A run is asked for before its workflow is started. */
    private static final Duration GRACE = Duration.ofMinutes(5);

    private final Runs runs;
    private final RunEnding ending;
    private final Executions executions;
    private final InstantSource clock;

    SweepStep(Runs runs, RunEnding ending, Executions executions, InstantSource clock) {
        this.runs = runs;
        this.ending = ending;
        this.executions = executions;
        this.clock = clock;
    }

    @Override
    public Value.Obj perform(JsonFields input) {
        Instant before = clock.instant().minus(GRACE);
        long swept = runs.open().stream()
                .filter(open -> !open.askedAt().isAfter(before))
                .filter(open -> !executions.isRunning(open.run()))
                .peek(open -> sweep(open.run()))
                .count();
        return Value.obj(Map.of("swept", Value.num(swept)));
    }

    private void sweep(String run) {
        Optional<RunRequest> request = runs.request(run);
        request.ifPresentOrElse(
                known -> {
                    if (runs.result(run).isEmpty()) {
                        ending.inTheMiddle(known, Optional.empty());
                    }
                    ending.giveBack(known);
                },
                () -> runs.end(run, new RunResult.Incomplete(RunStop.CANCELLED)));
    }
}

package dev.nanokit.stages.step;

import dev.nanokit.engine.plan.PlanHead;
import dev.nanokit.stages.ApplyResult.Cause;
import dev.nanokit.stages.apply.Conclusion;
import dev.nanokit.stages.run.Failures;
import dev.nanokit.state.lock.LockLostException;
import dev.nanokit.state.lock.Locks;
import dev.nanokit.state.run.ChangeOutcome;
import dev.nanokit.state.run.ChangeOutcome.AtWork;
import dev.nanokit.state.run.ChangeOutcome.Done;
import dev.nanokit.state.run.ChangeOutcome.Failed;
import dev.nanokit.state.run.RunFailure;
import dev.nanokit.state.run.RunProgress;
import dev.nanokit.state.run.RunRequest;
import dev.nanokit.state.run.RunResult;
import dev.nanokit.state.run.RunStop;
import dev.nanokit.state.run.RunTenure;
import dev.nanokit.state.run.Runs;
import dev.nanokit.state.store.StateStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Ends runs: those that have come to their end, and those that somebody has to end for them. */
final class RunEnding {
    private final Runs runs;
    private final StateStore store;
    private final Locks locks;
    private final InstantSource clock;

    RunEnding(Runs runs, StateStore store, Locks locks, InstantSource clock) {
        this.runs = runs;
        this.store = store;
        this.locks = locks;
        this.clock = clock;
    }

    /** Nothing more is to be done: all is done, or it was stopped. */
    void afterWork(RunRequest request, RunTenure tenure, PlanHead plan) {
        int done = done(runs.progress().outcomes(request.run()));
        if (done < plan.size()) {
            stopped(request, plan, done, tenure.stopped().orElse(RunStop.FAILED));
            return;
        }
        try {
            store.finish(tenure.grant(), request.commit());
        } catch (LockLostException e) {
            runs.end(request.run(), new RunResult.Failed(Failures.of(e)));
            return;
        }
        runs.end(
                request.run(),
                new RunResult.Applied(Duration.between(tenure.since(), clock.instant())),
                request.environment(),
                Conclusion.entry(clock.instant(), request.terms().holder(), plan, done, Optional.empty()));
    }

    /**
     * The workflow has failed, or is gone. What was done is recorded; what was begun counts as failed.
     *
     * @param why what it has failed for; empty where somebody stopped it
     */
    void inTheMiddle(RunRequest request, Optional<RunFailure> why) {
        Optional<RunTenure> tenure =
                request.apply().flatMap(terms -> runs.progress().tenure(request));
        Optional<PlanHead> begun = tenure.flatMap(had -> runs.plans()
                .head(request.run())
                .filter(head -> head.under() == had.grant().componentToken())
                .map(head -> head.plan()));
        Map<Integer, ChangeOutcome> outcomes = runs.progress().outcomes(request.run());
        if (begun.isEmpty() || outcomes.isEmpty()) {
            runs.end(
                    request.run(),
                    why.<RunResult>map(RunResult.Failed::new)
                            .orElseGet(() -> new RunResult.Incomplete(RunStop.CANCELLED)));
            return;
        }
        if (done(outcomes) == begun.get().size()) {
            afterWork(request, tenure.get(), begun.get());
            return;
        }
        String what = why.map(RunFailure::message).orElse("the workflow was stopped");
        outcomes.forEach((number, outcome) -> {
            if (outcome instanceof AtWork) {
                String message = "whether it was done is not known: " + what;
                runs.progress().became(request.run(), number, new Failed(message, StepError.FIX));
            }
        });
        RunStop stop = tenure.get().stopped().orElse(why.isPresent() ? RunStop.FAILED : RunStop.CANCELLED);
        stopped(request, begun.get(), done(outcomes), stop);
    }

    private void stopped(RunRequest request, PlanHead plan, int done, RunStop stop) {
        runs.end(
                request.run(),
                new RunResult.Incomplete(stop),
                request.environment(),
                Conclusion.entry(clock.instant(), request.terms().holder(), plan, done, Optional.of(cause(stop))));
    }

    /** The locks, where the run has them; its place in the queue, where it waits. */
    void giveBack(RunRequest request) {
        if (request.apply().isEmpty()) {
            return;
        }
        RunProgress progress = runs.progress();
        progress.tenure(request).ifPresent(tenure -> locks.release(tenure.grant()));
        locks.withdraw(request.lockRequest());
    }

    private static int done(Map<Integer, ChangeOutcome> outcomes) {
        return (int) outcomes.values().stream().filter(Done.class::isInstance).count();
    }

    private static Cause cause(RunStop stop) {
        return switch (stop) {
            case FAILED -> Cause.FAILED;
            case CANCELLED -> Cause.CANCELLED;
            case LOCK_LOST -> Cause.LOCK_LOST;
        };
    }
}

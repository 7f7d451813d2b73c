package dev.nanokit.stages.run;

import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.stages.ApplyResult;
import dev.nanokit.stages.ApplyResult.Cause;
import dev.nanokit.stages.ApplyResult.Failure;
import dev.nanokit.state.run.ChangeOutcome;
import dev.nanokit.state.run.RunResult;
import dev.nanokit.state.run.RunStop;
import dev.nanokit.state.run.Runs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How runs that are done elsewhere have ended, as {@link dev.nanokit.stages.Workflows} answers it. */
public final class RunAnswers {
    private final Runs runs;

    public RunAnswers(Runs runs) {
        this.runs = runs;
    }

    /**
     * The plan; empty while the run goes on. Throws what {@link dev.nanokit.stages.Workflows#plan} throws.
     *
     * @throws RunFailedException when the run itself has failed
     */
    public Optional<Plan> plan(String run) {
        return runs.result(run).map(result -> switch (result) {
            case RunResult.Planned ignored -> planOf(run);
            case RunResult.Failed failed -> throw Failures.exception(failed.why());
            case RunResult.Incomplete(RunStop cause) ->
                throw new RunFailedException("the plan was not made: " + words(cause), "ask for it again");
            default -> throw new IllegalStateException("the run " + run + " was no plan: it ended with " + result);
        });
    }

    /**
     * The apply's result; empty while the run goes on. Throws what {@link dev.nanokit.stages.Workflows#apply} throws.
     *
     * @throws RunFailedException when the run itself has failed
     */
    public Optional<ApplyResult> apply(String run) {
        return runs.result(run).map(result -> switch (result) {
            case RunResult.Applied applied -> new ApplyResult.Applied(planOf(run), applied.took());
            case RunResult.Blocked blocked -> new ApplyResult.Blocked(blocked.by());
            case RunResult.NotReady notReady -> new ApplyResult.NotReady(planOf(run), notReady.why());
            case RunResult.Stale ignored -> new ApplyResult.Stale(planOf(run));
            case RunResult.Guarded ignored -> guarded(planOf(run));
            case RunResult.Incomplete(RunStop cause) -> incomplete(run, cause);
            case RunResult.Failed failed -> throw Failures.exception(failed.why());
            case RunResult.Planned ignored -> throw new IllegalStateException("the run " + run + " was no apply");
        });
    }

    private static ApplyResult guarded(Plan plan) {
        return new ApplyResult.Guarded(plan, plan.guards());
    }

    private ApplyResult incomplete(String run, RunStop cause) {
        Plan plan = runs.plans()
                .plan(run)
                .orElseThrow(() -> new RunFailedException("nothing was applied: " + words(cause), "run it again"));
        Map<Integer, ChangeOutcome> outcomes = runs.progress().outcomes(run);
        List<Change> done = new ArrayList<>();
        List<Failure> failed = new ArrayList<>();
        List<Change> left = new ArrayList<>();
        int number = 0;
        for (Change change : plan.changes().toList()) {
            switch (outcomes.get(number++)) {
                case ChangeOutcome.Done ignored -> done.add(change);
                case ChangeOutcome.Failed(String message, String fix) -> failed.add(new Failure(change, message, fix));
                case null -> left.add(change);
                case ChangeOutcome.AtWork ignored -> left.add(change);
            }
        }
        return new ApplyResult.Incomplete(plan, done, failed, left, cause(cause));
    }

    private Plan planOf(String run) {
        return runs.plans()
                .plan(run)
                .orElseThrow(() -> new RunFailedException(
                        "the plan of the run " + run + " is gone; plans are kept for " + Runs.KEEP.toDays() + " days",
                        "plan again"));
    }

    private static Cause cause(RunStop stop) {
        return switch (stop) {
            case FAILED -> Cause.FAILED;
            case CANCELLED -> Cause.CANCELLED;
            case LOCK_LOST -> Cause.LOCK_LOST;
        };
    }

    private static String words(RunStop stop) {
        return switch (stop) {
            case FAILED -> "the workflow failed";
            case CANCELLED -> "the run was cancelled";
            case LOCK_LOST -> "the lock was cleared or taken over";
        };
    }
}

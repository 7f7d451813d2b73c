package dev.nanokit.stages;

import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.plan.Guard;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.state.lock.Acquisition;
import java.time.Duration;
import java.util.List;

/** How an apply ended. */
public sealed interface ApplyResult {
    /** All of the plan is done. */
    record Applied(Plan plan, Duration took) implements ApplyResult {}

    /** Somebody else holds the lock. Nothing was changed. */
    record Blocked(Acquisition.Blocked by) implements ApplyResult {}

    /** The infrastructure that is shared is not there yet. Nothing was changed. */
    record NotReady(Plan plan, String why) implements ApplyResult {}

    /** What is there has changed since the plan was shown: this is the plan now. Nothing was changed. */
    record Stale(Plan plan) implements ApplyResult {}

    /** Would lose data, and was not forced. Nothing was changed. */
    record Guarded(Plan plan, List<Guard> guards) implements ApplyResult {}

    /**
     * Stopped on the way.
     *
     * @param done what was done, and is recorded
     * @param failed what failed, and why
     * @param left what was not begun
     * @param cause what stopped it
     */
    record Incomplete(Plan plan, List<Change> done, List<Failure> failed, List<Change> left, Cause cause)
            implements ApplyResult {}

    /** @param message never holds a secret */
    record Failure(Change change, String message, String fix) {}

    enum Cause {
        FAILED,
        /** The user asked for it (Ctrl-C). */
        CANCELLED,
        /** Somebody cleared the lock, or took it over. */
        LOCK_LOST
    }
}

package dev.nanokit.stages;

import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.state.lock.Acquisition;
import dev.nanokit.state.lock.LockGrant;
import java.time.Duration;

/** What happens while a plan is applied, for whoever shows it. */
public sealed interface RunEvent {
    record LockAcquired(LockGrant grant) implements RunEvent {}

    record WaitingForLock(Acquisition.Blocked by, Duration waited) implements RunEvent {}

    /** The shared infrastructure is not there yet. */
    record WaitingForShared(String why, Duration waited) implements RunEvent {}

    /** The plan as it is under the lock: this is what will be applied. */
    record Planned(Plan plan) implements RunEvent {}

    record WaveStarted(Plan plan, int wave, int waves) implements RunEvent {}

    record ChangeStarted(Change change) implements RunEvent {}

    record ChangeProgress(ResourceKey key, String line) implements RunEvent {}

    record ChangeDone(Change change, Duration took) implements RunEvent {}

    record ChangeFailed(Change change, String message, Duration took) implements RunEvent {}

    /** A retryable error; the change will be tried again. */
    record ChangeRetried(Change change, String message, Duration after) implements RunEvent {}
}

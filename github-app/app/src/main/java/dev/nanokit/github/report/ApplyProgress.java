package dev.nanokit.github.report;

import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.stages.RunEvent;
import dev.nanokit.state.lock.Holder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How far an apply has come, gathered from its events.
 *
 * @param plan the plan as it is under the lock; empty until it is made
 * @param waiting what it waits for, as long as it does
 * @param takenOverFrom whose lock had run out
 * @param wave the wave that has begun; 0 before the first
 * @param steps what has begun, by resource
 */
public record ApplyProgress(
        Optional<Plan> plan,
        Optional<RunEvent> waiting,
        Optional<Holder> takenOverFrom,
        int wave,
        Map<ResourceKey, Step> steps) {
    public static final ApplyProgress BEGUN =
            new ApplyProgress(Optional.empty(), Optional.empty(), Optional.empty(), 0, Map.of());

    public ApplyProgress {
        steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
    }

    /** @param note what is to be said of it: what it does just now, how long it took, why it failed; may be empty */
    public record Step(Stage stage, String note) {}

    public enum Stage {
        RUNNING,
        DONE,
        FAILED
    }

    /** This progress, after what has happened next. */
    public ApplyProgress after(RunEvent event) {
        return switch (event) {
            case RunEvent.WaitingForLock lock -> waitingFor(lock);
            case RunEvent.WaitingForShared shared -> waitingFor(shared);
            case RunEvent.LockAcquired acquired ->
                new ApplyProgress(
                        plan,
                        Optional.empty(),
                        Optional.ofNullable(acquired.grant().takenOverFrom()),
                        wave,
                        steps);
            case RunEvent.Planned planned -> of(planned.plan(), wave);
            case RunEvent.WaveStarted started -> of(started.plan(), started.wave());
            case RunEvent.ChangeStarted started -> step(started.change().key(), Stage.RUNNING, "");
            case RunEvent.ChangeProgress progress -> step(progress.key(), Stage.RUNNING, progress.line());
            case RunEvent.ChangeRetried retried ->
                step(
                        retried.change().key(),
                        Stage.RUNNING,
                        retried.message() + "; tried again in " + Times.span(retried.after()));
            case RunEvent.ChangeDone done -> step(done.change().key(), Stage.DONE, Times.took(done.took()));
            case RunEvent.ChangeFailed failed -> step(failed.change().key(), Stage.FAILED, failed.message());
        };
    }

    /** How many of the plan's changes are done. */
    long done() {
        return steps.values().stream()
                .filter(step -> step.stage() == Stage.DONE)
                .count();
    }

    private ApplyProgress waitingFor(RunEvent event) {
        return new ApplyProgress(plan, Optional.of(event), takenOverFrom, wave, steps);
    }

    private ApplyProgress of(Plan current, int currentWave) {
        return new ApplyProgress(Optional.of(current), Optional.empty(), takenOverFrom, currentWave, steps);
    }

    private ApplyProgress step(ResourceKey key, Stage stage, String note) {
        Map<ResourceKey, Step> more = new LinkedHashMap<>(steps);
        more.put(key, new Step(stage, note));
        return new ApplyProgress(plan, Optional.empty(), takenOverFrom, wave, more);
    }
}

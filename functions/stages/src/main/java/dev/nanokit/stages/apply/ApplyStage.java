package dev.nanokit.stages.apply;

import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.plan.PlanHead;
import dev.nanokit.provider.Connection;
import dev.nanokit.stages.ApplyInput;
import dev.nanokit.stages.ApplyResult;
import dev.nanokit.stages.ApplyResult.Cause;
import dev.nanokit.stages.Pause;
import dev.nanokit.stages.RunEvent;
import dev.nanokit.stages.plan.Planned;
import dev.nanokit.state.lock.LockGrant;
import dev.nanokit.state.store.StateStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Applies a plan under a lock that is held already. */
public final class ApplyStage {
    /** How many changes of a wave are at work at once. */
    private static final int AT_ONCE = 10;

    private final StateStore store;
    private final Pause pause;
    private final InstantSource clock;

    public ApplyStage(StateStore store, Pause pause, InstantSource clock) {
        this.store = store;
        this.pause = pause;
        this.clock = clock;
    }

    /**
     * @param lost whether the lock is known to be somebody else's by now
     * @throws dev.nanokit.state.store.StalePlanException when the serial has moved on since the plan was made
     */
    public ApplyResult apply(
            ApplyInput input,
            Planned planned,
            LockGrant grant,
            Connection connection,
            Consumer<RunEvent> events,
            BooleanSupplier cancelled,
            BooleanSupplier lost) {
        long begin = System.nanoTime();
        Plan plan = planned.plan();
        if (plan.isEmpty()) {
            return new ApplyResult.Applied(plan, since(begin));
        }
        long serial = store.begin(grant, input.plan().repository(), plan.serial());
        Slots slots = new Slots(AT_ONCE, pause);
        ChangeWork work = new ChangeWork(
                store,
                grant,
                serial,
                input.plan().environment().owner(),
                planned.key(),
                (resource, line) -> events.accept(new RunEvent.ChangeProgress(resource, line)));
        ChangeStage stage =
                new ChangeStage(work, LiveOutputs.of(planned), new Attempt(connection, slots, events, lost));
        WaveRunner runner = new WaveRunner(stage::perform, slots, events, cancelled, lost);
        int waves = plan.waves().size();
        Optional<Cause> stopped =
                runner.run(plan.waves(), wave -> events.accept(new RunEvent.WaveStarted(plan, wave, waves)));
        if (stopped.isEmpty()) {
            store.finish(grant, input.plan().commit());
        }
        store.audit(
                input.plan().id(),
                Conclusion.entry(
                        clock.instant(),
                        input.holder(),
                        PlanHead.of(plan),
                        runner.done().size(),
                        stopped));
        return stopped.<ApplyResult>map(cause -> new ApplyResult.Incomplete(
                        plan, runner.done(), runner.failed(), runner.left(plan.waves()), cause))
                .orElseGet(() -> new ApplyResult.Applied(plan, since(begin)));
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}

package dev.nanokit.stages.step;

import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.plan.PlanHead;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.value.JsonFields;
import dev.nanokit.engine.value.Leaves;
import dev.nanokit.engine.value.Value;
import dev.nanokit.stages.apply.LiveOutputs;
import dev.nanokit.stages.apply.Verdict;
import dev.nanokit.stages.lock.LockPause;
import dev.nanokit.stages.plan.Planned;
import dev.nanokit.state.lock.Locks;
import dev.nanokit.state.run.PlannedChange;
import dev.nanokit.state.run.RunRequest;
import dev.nanokit.state.run.RunResult;
import dev.nanokit.state.run.RunTenure;
import dev.nanokit.state.run.RunWait;
import dev.nanokit.state.store.StateStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * Plans under the lock, holds the plan against what was agreed to, and begins. What it has planned once under the same
 * lock it does not plan again. Takes {@code lock} for how long the run has been waiting. Answers {@code next}:
 * {@code work}; {@code wait} with {@code seconds} and {@code lock} where shared infrastructure is not there yet;
 * {@code finish}.
 */
final class PlanAgainStep implements Step {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

    private final RunDesk desk;
    private final StateStore store;
    private final Locks locks;
    private final Planning planning;
    private final Pulse pulse;
    private final InstantSource clock;

    PlanAgainStep(RunDesk desk, StateStore store, Locks locks, Planning planning, Pulse pulse, InstantSource clock) {
        this.desk = desk;
        this.store = store;
        this.locks = locks;
        this.planning = planning;
        this.pulse = pulse;
        this.clock = clock;
    }

    @Override
    public Value.Obj perform(JsonFields input) {
        return desk.concluding(input, request -> {
            RunTenure tenure = desk.tenure(request);
            PlanHead plan = planOnce(request, tenure);
            LockState lock = LockState.read(input.fields("lock"));
            return switch (Verdict.on(
                    plan, request.terms().approvedDigest(), request.terms().force())) {
                case NOT_READY -> notReady(request, tenure, plan.blockedOn().orElseThrow(), lock);
                case STALE -> ended(request, new RunResult.Stale());
                case GUARDED -> ended(request, new RunResult.Guarded());
                case EMPTY -> ended(request, new RunResult.Applied(Duration.between(tenure.since(), clock.instant())));
                case GO -> {
                    store.begin(tenure.grant(), request.repository(), plan.serial());
                    yield Answer.next("work").with("work", WorkState.FIRST.write());
                }
            };
        });
    }

    private PlanHead planOnce(RunRequest request, RunTenure tenure) {
        long token = tenure.grant().componentToken();
        return desk.runs()
                .plans()
                .head(request.run())
                .filter(head -> head.under() == token)
                .map(head -> head.plan())
                .orElseGet(() -> planNow(request, tenure));
    }

    private PlanHead planNow(RunRequest request, RunTenure tenure) {
        pulse.beat(request, tenure);
        return pulse.whileWorking(tenure, () -> {
            Planned planned = planning.plan(request);
            LiveOutputs outputs = LiveOutputs.of(planned);
            desk.runs()
                    .plans()
                    .save(
                            request.run(),
                            planned.plan(),
                            planned.key(),
                            change -> new PlannedChange(change, known(change, outputs)),
                            tenure.grant().componentToken());
            return PlanHead.of(planned.plan());
        });
    }

    private static Map<ResourceKey, Value.Obj> known(Change change, LiveOutputs outputs) {
        Map<ResourceKey, Value.Obj> known = new HashMap<>();
        change.desired()
                .map(Resource::spec)
                .ifPresent(spec -> Leaves.forEach(spec, leaf -> {
                    if (leaf instanceof Value.Ref(ResourceKey resource, String ignored)) {
                        outputs.of(resource).ifPresent(values -> known.put(resource, values));
                    }
                }));
        return known;
    }

    private Value.Obj ended(RunRequest request, RunResult result) {
        desk.runs().end(request.run(), result);
        return Answer.finish();
    }

    /** Gives the lock back: whoever is to make what is missing needs it. */
    private Value.Obj notReady(RunRequest request, RunTenure tenure, String why, LockState lock) {
        locks.release(tenure.grant());
        Instant now = clock.instant();
        Duration waited = Duration.ofMillis(now.toEpochMilli() - lock.since());
        Duration left = request.terms().lockWait().minus(waited);
        if (!left.isPositive() || desk.runs().cancelled(request.run())) {
            return ended(request, new RunResult.NotReady(why));
        }
        boolean moved = !lock.place().equals(why);
        if (moved) {
            desk.runs().progress().waits(request.run(), new RunWait.ForShared(why, waited));
        }
        return Answer.after(LockPause.next(request.terms().lease(), left, LONGEST_PAUSE))
                .with("moved", Value.bool(moved))
                .with("lock", new LockState(LockState.FIRST.sighting(), lock.since(), why).write());
    }
}

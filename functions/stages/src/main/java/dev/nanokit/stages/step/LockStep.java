package dev.nanokit.stages.step;

import dev.nanokit.engine.value.JsonFields;
import dev.nanokit.engine.value.Value;
import dev.nanokit.stages.lock.LockPause;
import dev.nanokit.state.lock.Acquisition;
import dev.nanokit.state.lock.Holder;
import dev.nanokit.state.lock.LockGrant;
import dev.nanokit.state.lock.Locks;
import dev.nanokit.state.run.RunRequest;
import dev.nanokit.state.run.RunResult;
import dev.nanokit.state.run.RunWait;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Collectors;

/**
 * One attempt at the locks. Takes and answers {@code lock}, what it has seen so far. Answers {@code next}:
 * {@code planAgain} once they are granted; {@code wait} with {@code seconds}, and {@code moved} where its place has
 * changed since the last attempt; {@code finish} when the time is up or the run is cancelled.
 */
final class LockStep implements Step {
    /** A wait is four steps of a workflow, which cost money: seldomer than a process that waits. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final RunDesk desk;
    private final Locks locks;
    private final InstantSource clock;

    LockStep(RunDesk desk, Locks locks, InstantSource clock) {
        this.desk = desk;
        this.locks = locks;
        this.clock = clock;
    }

    @Override
    public Value.Obj perform(JsonFields input) {
        return desk.concluding(input, request -> attempt(request, LockState.read(input.fields("lock"))));
    }

    private Value.Obj attempt(RunRequest request, LockState before) {
        Instant now = clock.instant();
        long since = before.since() == 0 ? now.toEpochMilli() : before.since();
        return switch (locks.acquire(request.lockRequest(), before.sighting())) {
            case Acquisition.Granted(LockGrant grant) -> {
                desk.runs().progress().granted(request, grant, now);
                yield Answer.next("planAgain").with("lock", new LockState(before.sighting(), since, "").write());
            }
            case Acquisition.Blocked blocked -> {
                Duration waited = Duration.ofMillis(now.toEpochMilli() - since);
                yield waited.compareTo(request.terms().lockWait()) >= 0
                                || desk.runs().cancelled(request.run())
                        ? giveUp(request, blocked)
                        : wait(request, blocked, waited, since, before.place());
            }
        };
    }

    private Value.Obj giveUp(RunRequest request, Acquisition.Blocked blocked) {
        locks.withdraw(request.lockRequest());
        desk.runs().end(request.run(), new RunResult.Blocked(blocked));
        return Answer.finish();
    }

    private Value.Obj wait(
            RunRequest request, Acquisition.Blocked blocked, Duration waited, long since, String before) {
        String place = place(blocked);
        boolean moved = !place.equals(before);
        if (moved) {
            desk.runs().progress().waits(request.run(), new RunWait.ForLock(blocked, waited));
        }
        Duration left = request.terms().lockWait().minus(waited);
        return Answer.after(LockPause.next(request.terms().lease(), left, LONGEST_PAUSE))
                .with("moved", Value.bool(moved))
                .with("lock", new LockState(blocked.sighting(), since, place).write());
    }

    private static String place(Acquisition.Blocked blocked) {
        return blocked.holders().stream()
                .map(Holder::who)
                .collect(Collectors.joining(", ", blocked.position() + " for " + blocked.scope() + " of ", ""));
    }
}

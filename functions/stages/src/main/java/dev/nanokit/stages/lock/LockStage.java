package dev.nanokit.stages.lock;

import dev.nanokit.stages.Pause;
import dev.nanokit.stages.RunEvent;
import dev.nanokit.state.lock.Acquisition;
import dev.nanokit.state.lock.LockRequest;
import dev.nanokit.state.lock.Locks;
import dev.nanokit.state.lock.Sighting;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Takes the locks, waiting in the queue as long as it may. */
public final class LockStage {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Locks locks;
    private final Pause pause;

    public LockStage(Locks locks, Pause pause) {
        this.locks = locks;
        this.pause = pause;
    }

    /**
     * Tries until the locks are granted, the time is up, or the run is cancelled; then leaves the queue.
     *
     * @param atMost zero to try once
     */
    public Acquisition acquire(
            LockRequest request, Duration atMost, Consumer<RunEvent> events, BooleanSupplier cancelled) {
        Sighting sighting = Sighting.NONE;
        Duration waited = Duration.ZERO;
        while (true) {
            Acquisition answer = locks.acquire(request, sighting);
            if (!(answer instanceof Acquisition.Blocked blocked)) {
                return answer;
            }
            if (waited.compareTo(atMost) >= 0 || cancelled.getAsBoolean()) {
                locks.withdraw(request);
                return blocked;
            }
            events.accept(new RunEvent.WaitingForLock(blocked, waited));
            sighting = blocked.sighting();
            waited = waited.plus(pause.pause(LockPause.next(request.lease(), atMost.minus(waited), LONGEST_PAUSE)));
        }
    }
}

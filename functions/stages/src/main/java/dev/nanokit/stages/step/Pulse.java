package dev.nanokit.stages.step;

import dev.nanokit.stages.Pause;
import dev.nanokit.stages.lock.Heartbeat;
import dev.nanokit.state.lock.LockLostException;
import dev.nanokit.state.lock.Locks;
import dev.nanokit.state.run.RunRequest;
import dev.nanokit.state.run.RunStop;
import dev.nanokit.state.run.RunTenure;
import dev.nanokit.state.run.Runs;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * Signs of life of a run whose steps come and go: each step gives one where the last is older than a third of the lease,
 * and goes on giving them while it works.
 */
final class Pulse {
    private final Runs runs;
    private final Locks locks;
    private final InstantSource clock;
    private final Pause betweenBeats;

    Pulse(Runs runs, Locks locks, InstantSource clock, Pause betweenBeats) {
        this.runs = runs;
        this.locks = locks;
        this.clock = clock;
        this.betweenBeats = betweenBeats;
    }

    /** Whether the locks are still the run's, as far as is known; where they are not, the run is stopped. */
    boolean beat(RunRequest request, RunTenure tenure) {
        if (tenure.stopped().filter(RunStop.LOCK_LOST::equals).isPresent()) {
            return false;
        }
        Instant now = clock.instant();
        Duration silent = Duration.between(tenure.beatAt(), now);
        if (silent.compareTo(request.terms().lease().dividedBy(3)) < 0) {
            return true;
        }
        try {
            locks.heartbeat(tenure.grant());
        } catch (LockLostException e) {
            runs.progress().stop(request, RunStop.LOCK_LOST);
            return false;
        }
        runs.progress().beaten(request, now);
        return true;
    }

    /** Gives signs of life until the work is done. */
    <T> T whileWorking(RunTenure tenure, Supplier<T> work) {
        Heartbeat heartbeat = Heartbeat.start(locks, tenure.grant(), betweenBeats);
        try {
            return work.get();
        } finally {
            heartbeat.close();
        }
    }
}

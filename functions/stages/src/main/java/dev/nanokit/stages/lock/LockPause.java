package dev.nanokit.stages.lock;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long a waiter waits between two attempts. */
public final class LockPause {
    private LockPause() {}

    /**
     * A third of the lease at most, with jitter, so that waiters don't come all at once.
     *
     * @param left how long it may still wait
     * @param longest how long to wait at most between two attempts
     */
    public static Duration next(Duration lease, Duration left, Duration longest) {
        Duration most = shorter(shorter(lease.dividedBy(3), longest), left);
        double jitter = 0.5 + ThreadLocalRandom.current().nextDouble() / 2;
        return Duration.ofMillis(Math.max(1, (long) (most.toMillis() * jitter)));
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}

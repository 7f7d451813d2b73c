package dev.nanokit.state.table.dynamodb;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait before a try that another transaction stood in the way of: at random up to a bound that doubles, so
 * that those who collided don't collide again.
 */
record Backoff(Duration first, Duration most, int tries) {
    static final Backoff OF_CONFLICTS = new Backoff(Duration.ofMillis(20), Duration.ofSeconds(1), 12);

    boolean allows(int triesDone) {
        return triesDone < tries;
    }

    /** Waits. Returns early, with the thread's mark set again, when it is interrupted. */
    void pause(int triesDone) {
        long bound = Math.min(most.toMillis(), first.toMillis() << Math.min(triesDone - 1, 16));
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(bound + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

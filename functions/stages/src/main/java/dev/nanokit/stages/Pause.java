package dev.nanokit.stages;

import java.time.Duration;

/** Lets time pass. */
@FunctionalInterface
public interface Pause {
    /** Sleeps, on the thread that calls. Ends early, with the interrupt flag set, when the thread is interrupted. */
    Pause SLEEP = duration -> {
        long begin = System.nanoTime();
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    };

    /** Returns after this long, or earlier; answers how long it was. */
    Duration pause(Duration duration);
}

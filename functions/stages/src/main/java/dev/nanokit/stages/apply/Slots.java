package dev.nanokit.stages.apply;

import dev.nanokit.stages.Pause;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * How many changes may be at work at once. A change that only waits, for the provider to finish or for the next try,
 * lends its slot to others meanwhile.
 */
final class Slots {
    private final Semaphore free;
    private final Pause pause;

    Slots(int atOnce, Pause pause) {
        this.free = new Semaphore(atOnce, true);
        this.pause = pause;
    }

    /** Waits until one is free, and takes it. */
    void take() {
        free.acquireUninterruptibly();
    }

    void giveBack() {
        free.release();
    }

    /** To be called by work that holds a slot. */
    void waitOutside(Duration duration) {
        free.release();
        try {
            pause.pause(duration);
        } finally {
            free.acquireUninterruptibly();
        }
    }
}

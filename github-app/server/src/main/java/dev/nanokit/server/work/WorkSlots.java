package dev.nanokit.server.work;

import java.util.concurrent.Semaphore;

/**
 * How much is worked on at once. Work that only waits for somebody else leaves its slot to others meanwhile. Safe for use
 * by many threads; work leaves and comes back on the thread on which it runs.
 */
public final class WorkSlots {
    private final int width;
    private final Free free;
    private final ThreadLocal<Whereabouts> mine = ThreadLocal.withInitial(() -> Whereabouts.NOT_HERE);

    private enum Whereabouts {
        NOT_HERE,
        AT_WORK,
        WAITS
    }

    private static final class Free extends Semaphore {
        Free(int permits) {
            super(permits, true);
        }

        /** Also where there are none left; then so many fewer are given until they are given back. */
        void takeAnyway() {
            reducePermits(1);
        }
    }

    /** @param width how much is worked on at once */
    public WorkSlots(int width) {
        this.width = width;
        this.free = new Free(width);
    }

    int width() {
        return width;
    }

    /** Waits for a slot, and does the work in it. */
    void run(Runnable work) throws InterruptedException {
        free.acquire();
        mine.set(Whereabouts.AT_WORK);
        try {
            work.run();
        } finally {
            leave();
            mine.remove();
        }
    }

    /** The work of this thread only waits from now on. Does nothing where it has no slot here. */
    public void leave() {
        if (mine.get() == Whereabouts.AT_WORK) {
            mine.set(Whereabouts.WAITS);
            free.release();
        }
    }

    /**
     * The work of this thread goes on, at once: others wait for it by now. While there is more at work than usual then,
     * nothing new is begun. Does nothing where it has not left.
     */
    public void comeBack() {
        if (mine.get() == Whereabouts.WAITS) {
            free.takeAnyway();
            mine.set(Whereabouts.AT_WORK);
        }
    }
}

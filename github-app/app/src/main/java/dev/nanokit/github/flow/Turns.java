package dev.nanokit.github.flow;

import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Keeps two from being at work on one pull request at the same time: what plans it again because of another one comes
 * from that other one's trigger. Nobody ever has two turns.
 */
final class Turns {
    private static final int STRIPES = 1024;

    private final ReentrantLock[] locks =
            Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(ReentrantLock[]::new);

    /** Work that may be interrupted. */
    interface Work {
        void run() throws InterruptedException;
    }

    void take(String whose, Work work) throws InterruptedException {
        ReentrantLock lock = lock(whose);
        lock.lockInterruptibly();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    /** Does it now or not at all. */
    boolean takeIfFree(String whose, Work work) throws InterruptedException {
        ReentrantLock lock = lock(whose);
        if (!lock.tryLock()) {
            return false;
        }
        try {
            work.run();
            return true;
        } finally {
            lock.unlock();
        }
    }

    private ReentrantLock lock(String whose) {
        return locks[Math.floorMod(whose.hashCode(), STRIPES)];
    }
}

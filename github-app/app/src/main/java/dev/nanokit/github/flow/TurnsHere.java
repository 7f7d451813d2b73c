package dev.nanokit.github.flow;

import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** Turns among the threads of this process. */
final class TurnsHere implements Turns {
    private static final int STRIPES = 1024;

    private final ReentrantLock[] locks =
            Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(ReentrantLock[]::new);

    @Override
    public void take(String whose, Work work) throws InterruptedException {
        ReentrantLock lock = lock(whose);
        lock.lockInterruptibly();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean takeIfFree(String whose, Work work) throws InterruptedException {
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

    /** No other process works, and an apply is a call that comes back when it is done. */
    @Override
    public boolean coverAllWork() {
        return true;
    }

    private ReentrantLock lock(String whose) {
        return locks[Math.floorMod(whose.hashCode(), STRIPES)];
    }
}

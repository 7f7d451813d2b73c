package dev.nanokit.server.http;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/** The memory that all bodies together may take while they are read and looked at. */
final class MemoryBudget {
    private final AtomicLong left;

    MemoryBudget(long bytes) {
        this.left = new AtomicLong(bytes);
    }

    Share share() {
        return new Share();
    }

    /** What one request has taken. Not for use by several threads. */
    final class Share implements AutoCloseable {
        private long taken;

        private Share() {}

        void grow(long bytes) throws ExhaustedException {
            if (left.addAndGet(-bytes) < 0) {
                left.addAndGet(bytes);
                throw new ExhaustedException();
            }
            taken += bytes;
        }

        @Override
        public void close() {
            left.addAndGet(taken);
            taken = 0;
        }
    }

    static final class ExhaustedException extends IOException {}
}

package dev.nanokit.provider.docker.transport;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Wires that wait for the next request, so that not every one has to dial: over SSH that would start a process. */
final class WirePool implements Closeable {
    private static final long IDLE_AT_MOST = Duration.ofSeconds(20).toNanos();

    private final Dialer dialer;
    private final Deque<Pooled> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    WirePool(Dialer dialer) {
        this.dialer = dialer;
    }

    /** An idle wire, or a new one. */
    Pooled take() throws IOException {
        for (Pooled pooled = idle.pollFirst(); pooled != null; pooled = idle.pollFirst()) {
            if (System.nanoTime() - pooled.idleSince < IDLE_AT_MOST) {
                return pooled;
            }
            pooled.discard();
        }
        return fresh();
    }

    Pooled fresh() throws IOException {
        if (closed) {
            throw new IOException("the connection to " + dialer.endpoint() + " is closed");
        }
        return new Pooled(dialer.dial());
    }

    private void give(Pooled pooled) {
        pooled.idleSince = System.nanoTime();
        pooled.used = true;
        idle.addFirst(pooled);
        if (closed) {
            close();
        }
    }

    @Override
    public void close() {
        closed = true;
        for (Pooled pooled = idle.pollFirst(); pooled != null; pooled = idle.pollFirst()) {
            pooled.discard();
        }
    }

    /** A wire that is in use by one request. */
    final class Pooled {
        private final Wire wire;
        private final InputStream input;
        private final OutputStream output;
        private long idleSince;
        private boolean used;

        private Pooled(Wire wire) {
            this.wire = wire;
            this.input = new BufferedInputStream(wire.input());
            this.output = new BufferedOutputStream(wire.output());
        }

        InputStream input() {
            return input;
        }

        OutputStream output() {
            return output;
        }

        /** Whether another request went over it before; the other side may have closed it since. */
        boolean used() {
            return used;
        }

        void giveBack() {
            give(this);
        }

        void discard() {
            try {
                wire.close();
            } catch (IOException e) {
                // It is closed for whatever purpose it had.
                return;
            }
        }
    }
}

package dev.nanokit.stages.lock;

import dev.nanokit.stages.Pause;
import dev.nanokit.state.lock.LockGrant;
import dev.nanokit.state.lock.LockLostException;
import dev.nanokit.state.lock.Locks;
import dev.nanokit.state.table.TableException;
import java.time.Duration;

/**
 * Keeps a lease alive while a run works, from a thread of its own, three times a lease. A heartbeat that the store
 * could not take is tried again; the fencing token, not this thread, keeps a run from writing too late.
 */
public final class Heartbeat implements AutoCloseable {
    private final Locks locks;
    private final LockGrant grant;
    private final Thread thread;
    private volatile boolean lost;

    private Heartbeat(Locks locks, LockGrant grant, Pause pause) {
        this.locks = locks;
        this.grant = grant;
        Duration period = grant.request().lease().dividedBy(3);
        this.thread = Thread.ofVirtual().name("heartbeat").unstarted(() -> beat(period, pause));
    }

    public static Heartbeat start(Locks locks, LockGrant grant, Pause pause) {
        Heartbeat heartbeat = new Heartbeat(locks, grant, pause);
        heartbeat.thread.start();
        return heartbeat;
    }

    /** Whether the lock was found to be somebody else's. */
    public boolean lost() {
        return lost;
    }

    private void beat(Duration period, Pause pause) {
        while (!lost) {
            pause.pause(period);
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            try {
                locks.heartbeat(grant);
            } catch (LockLostException e) {
                lost = true;
            } catch (TableException e) {
                if (!e.retryable()) {
                    return;
                }
            }
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package dev.nanokit.state.lock;

import dev.nanokit.state.EnvironmentId;
import java.util.List;
import java.util.function.Predicate;

/**
 * The locks of an environment. A component that owns infrastructure takes the infrastructure lock as writer and its own
 * lock; one that shares infrastructure takes the former as reader. Both or neither, in one transaction.
 */
public interface Locks {
    /**
     * Tries once. Does not wait: whoever is blocked comes back with the sighting, at least every
     * {@link LockRequest#lease} / 3, and keeps its place in the queue meanwhile; or calls {@link #withdraw}. An attempt
     * whose answer was lost can be repeated: the same request gets the same grant.
     */
    Acquisition acquire(LockRequest request, Sighting before);

    /**
     * Extends the lease. To be called at least every {@link LockRequest#lease} / 3.
     *
     * @throws LockLostException when the lock is not this grant's any more
     */
    void heartbeat(LockGrant grant);

    /** Gives the lock back. Does nothing when it is not this grant's any more. */
    void release(LockGrant grant);

    /**
     * Gives up: leaves the queue, and gives back the lock where it was granted by an attempt whose answer was lost. Who
     * does not call it (a process that was killed) is passed over once a lease has gone by.
     */
    void withdraw(LockRequest request);

    /**
     * Clears every lock of the environment, whoever holds it, and raises their tokens, so that the former holders can
     * write nothing more. Empties the queue as well: who still waits joins it again. Recorded in the audit trail.
     *
     * @return what was cleared; empty when nothing was held
     */
    List<HeldLock> unlock(EnvironmentId environment, Holder by);

    /**
     * Clears what runs that have died hold or wait for, and nothing of others; raises the tokens of what they held, so
     * that one which lives after all can write nothing more. Recorded in the audit trail. Does nothing the second time.
     *
     * @param dead whether a run of that holder is known to have died
     * @return whose locks and places in the queue were cleared; empty when there were none
     */
    List<Holder> clearDead(EnvironmentId environment, Predicate<Holder> dead, Holder by);

    /** The locks that are held or waited for. */
    List<HeldLock> list(EnvironmentId environment);
}

package dev.nanokit.state.lock;

import java.time.Duration;
import java.util.List;

/** The answer to an attempt to take a lock. */
public sealed interface Acquisition {
    record Granted(LockGrant grant) implements Acquisition {}

    /**
     * Others come first.
     *
     * @param scope which lock: {@code infra}, or {@code component api}
     * @param holders one writer, or all readers; where the lock is free just now, those who are next in the queue
     * @param remaining how long at most until it can be taken over, if the holder has died
     * @param position place in the queue among those who exclude each other; 1 is next
     * @param sighting to be given to the next attempt: what was seen, and since when
     */
    record Blocked(String scope, List<Holder> holders, Duration remaining, int position, Sighting sighting)
            implements Acquisition {}
}

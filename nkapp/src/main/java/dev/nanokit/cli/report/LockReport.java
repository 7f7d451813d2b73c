package dev.nanokit.cli.report;

import dev.nanokit.state.lock.HeldLock;
import java.time.Instant;
import java.util.List;

/** The locks of an environment: those that are held, or those that were cleared. */
public record LockReport(String project, String environment, List<HeldLock> locks, Instant now) {
    public LockReport {
        locks = List.copyOf(locks);
    }
}

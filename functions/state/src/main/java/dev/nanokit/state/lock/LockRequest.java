package dev.nanokit.state.lock;

import dev.nanokit.state.EnvironmentId;
import java.time.Duration;

/**
 * @param requestId the same at each attempt of the same run; keeps its place in the queue
 * @param access what the run does to the environment's infrastructure
 * @param lease how long the lock outlives its last heartbeat
 */
public record LockRequest(
        EnvironmentId environment,
        String component,
        InfraAccess access,
        Holder holder,
        String requestId,
        Duration lease) {
    public enum InfraAccess {
        /** The component owns infrastructure: alone. */
        WRITE,
        /** The component uses shared infrastructure: beside other readers. */
        READ
    }

    /** Whether this one and another who holds or waits for the locks have to go one after the other. */
    boolean excludes(InfraAccess otherAccess, String otherComponent) {
        return access == InfraAccess.WRITE || otherAccess == InfraAccess.WRITE || component.equals(otherComponent);
    }
}

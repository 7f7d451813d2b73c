package dev.nanokit.state.lock;

import dev.nanokit.state.EnvironmentId;
import java.util.Optional;

/** The lock was cleared or taken over: this run must stop, and has written nothing since. */
public final class LockLostException extends RuntimeException {
    public LockLostException(String message) {
        super(message);
    }

    /** @param successor who has the lock now; empty where nobody has, or it is not known */
    static LockLostException of(LockGrant grant, Optional<Holder> successor) {
        EnvironmentId environment = grant.request().environment();
        return new LockLostException("the lock on component "
                + grant.request().component() + " of " + environment.project() + "/" + environment.environment()
                + " is not this run's any more: "
                + successor
                        .map(holder -> holder.who() + " (" + holder.what() + ") has taken it, since " + holder.since())
                        .orElse("it was cleared")
                + ". Nothing was written after that. Run again to go on from what was recorded.");
    }
}

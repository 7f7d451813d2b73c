package dev.nanokit.server;

import java.time.Duration;

/** The work can't be done now, and whoever refused it said when to ask again, as GitHub does by its rate limits. */
public final class TryLaterException extends RuntimeException {
    private final Duration after;

    public TryLaterException(String message, Duration after, Throwable cause) {
        super(message, cause);
        this.after = after;
    }

    public Duration after() {
        return after;
    }
}

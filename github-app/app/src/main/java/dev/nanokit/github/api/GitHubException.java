package dev.nanokit.github.api;

import java.time.Duration;
import java.util.Optional;

/** GitHub refused, failed, or could not be reached. Never holds a token. */
public final class GitHubException extends RuntimeException {
    private final int status;
    private final transient Duration retryAfter;

    /**
     * @param status HTTP status; 0 when there was no answer
     * @param retryAfter how long GitHub asks to wait, by its rate-limit headers; null when it asks nothing
     */
    public GitHubException(String message, int status, Duration retryAfter, Throwable cause) {
        super(message, cause);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    public int status() {
        return status;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** Whether the same call may go through later. */
    public boolean retryable() {
        return status == 0 || status >= 500 || status == 429 || retryAfter != null;
    }
}

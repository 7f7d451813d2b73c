package dev.nanokit.webhook;

/** The work could not be written down, so nobody will do it. The message says why, and holds nothing of the request. */
public final class NotStartedException extends RuntimeException {
    public NotStartedException(String message, Throwable cause) {
        super(message, cause);
    }
}

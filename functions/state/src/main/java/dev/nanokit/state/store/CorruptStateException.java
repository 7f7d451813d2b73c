package dev.nanokit.state.store;

/** What is stored cannot be read. */
public final class CorruptStateException extends RuntimeException {
    public CorruptStateException(String message) {
        super(message);
    }
}

package dev.nanokit.state.lock;

/** The lock was cleared or taken over: this run must stop, and has written nothing since. */
public final class LockLostException extends RuntimeException {
    public LockLostException(String message) {
        super(message);
    }
}

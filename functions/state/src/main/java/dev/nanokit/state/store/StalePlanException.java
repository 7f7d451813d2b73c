package dev.nanokit.state.store;

/** The environment has changed since the plan was made; plan again. */
public final class StalePlanException extends RuntimeException {
    public StalePlanException(String message) {
        super(message);
    }
}

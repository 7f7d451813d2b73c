package dev.nanokit.state.store;

/** The component belongs to another repository. */
public final class ForeignComponentException extends RuntimeException {
    public ForeignComponentException(String message) {
        super(message);
    }
}

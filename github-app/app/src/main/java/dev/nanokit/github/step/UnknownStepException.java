package dev.nanokit.github.step;

/** A request that this version of the function does not know. Trying again does not help. */
public final class UnknownStepException extends RuntimeException {
    UnknownStepException(String message) {
        super(message);
    }
}

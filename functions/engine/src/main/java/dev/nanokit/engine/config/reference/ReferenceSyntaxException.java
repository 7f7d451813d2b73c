package dev.nanokit.engine.config.reference;

/** A reference is not written as it must be. The message says in which way. */
public final class ReferenceSyntaxException extends RuntimeException {
    ReferenceSyntaxException(String message) {
        super(message);
    }
}

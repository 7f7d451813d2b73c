package dev.nanokit.stages.step;

/**
 * A step has failed for a reason that may pass. The workflows try it again; they know it by this class's name, which is
 * what Lambda reports as the error's type.
 */
public final class RetryableStepException extends RuntimeException {
    RetryableStepException(String message, Throwable cause) {
        super(message, cause);
    }
}

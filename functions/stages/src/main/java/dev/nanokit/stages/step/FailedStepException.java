package dev.nanokit.stages.step;

/**
 * A step has failed, and would again. The workflows don't try it again; they know it by this class's name, which is what
 * Lambda reports as the error's type.
 */
public final class FailedStepException extends RuntimeException {
    FailedStepException(String message, Throwable cause) {
        super(message, cause);
    }
}

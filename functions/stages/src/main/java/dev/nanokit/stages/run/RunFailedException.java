package dev.nanokit.stages.run;

/** The run itself has failed: its workflow, its request, or by a defect. Nothing is known to be wrong with what it was to do. */
public final class RunFailedException extends RuntimeException {
    private final String fix;

    public RunFailedException(String message, String fix) {
        super(message);
        this.fix = fix;
    }

    /** What the user can do. */
    public String fix() {
        return fix;
    }
}

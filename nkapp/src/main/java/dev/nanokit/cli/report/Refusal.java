package dev.nanokit.cli.report;

/** Ends a command with a failure that nkapp itself has found. */
public final class Refusal extends RuntimeException {
    private final transient Failure failure;

    public Refusal(Failure failure) {
        super(failure.what());
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}

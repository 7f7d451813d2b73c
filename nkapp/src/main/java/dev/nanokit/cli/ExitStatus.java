package dev.nanokit.cli;

/** How nkapp ends, as scripts see it. */
public enum ExitStatus {
    OK(0),
    /** Something went wrong, or was refused. */
    FAILED(1),
    /** There is something to change; only with {@code --detailed-exitcode}. */
    CHANGES(2),
    /** Somebody else holds the lock, or the shared infrastructure is not there yet. */
    BLOCKED(3),
    /** Something is not as it was applied; of {@code nkapp drift} alone. */
    DRIFT(4),
    /** The command line or the file is wrong: running it again as it is will not help. */
    USAGE(64),
    /** Stopped by Ctrl-C. */
    CANCELLED(130);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}

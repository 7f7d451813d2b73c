package dev.nanokit.state.table;

/** The store failed: unreachable, throttled, full, corrupt. The message says which; {@link #fix} what to do. */
public final class TableException extends RuntimeException {
    private final boolean retryable;
    private final String fix;

    public TableException(String message, boolean retryable, String fix, Throwable cause) {
        super(message, cause);
        this.retryable = retryable;
        this.fix = fix;
    }

    public boolean retryable() {
        return retryable;
    }

    public String fix() {
        return fix;
    }
}

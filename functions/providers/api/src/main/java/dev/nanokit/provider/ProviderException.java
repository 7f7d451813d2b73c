package dev.nanokit.provider;

import java.util.Optional;

/** A provider refused, failed, or could not be reached. The message says what; {@link #fix} what the user can do. */
public final class ProviderException extends RuntimeException {
    private final boolean retryable;
    private final String code;
    private final String fix;
    private final String requestId;

    public ProviderException(String message, boolean retryable, String code, String fix, Throwable cause) {
        this(message, retryable, code, fix, null, cause);
    }

    public ProviderException(
            String message, boolean retryable, String code, String fix, String requestId, Throwable cause) {
        super(message, cause);
        this.retryable = retryable;
        this.code = code;
        this.fix = fix;
        this.requestId = requestId;
    }

    /** Whether the same call may go through later without anybody doing anything. */
    public boolean retryable() {
        return retryable;
    }

    /** The provider's own code for what went wrong, or ours where it has none. */
    public String code() {
        return code;
    }

    public String fix() {
        return fix;
    }

    public Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }
}

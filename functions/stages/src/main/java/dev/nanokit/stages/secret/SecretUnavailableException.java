package dev.nanokit.stages.secret;

/** A secret store could not be asked. Neither message nor fix holds a secret. */
public final class SecretUnavailableException extends RuntimeException {
    private final String fix;

    public SecretUnavailableException(String message, String fix, Throwable cause) {
        super(message, cause);
        this.fix = fix;
    }

    public String fix() {
        return fix;
    }
}

package dev.nanokit.provider.docker.engine;

import java.io.IOException;

/** A connection failed for a reason that is known, and that trying again does not help. */
public final class KnownConnectionException extends IOException {
    private final String code;
    private final String fix;

    public KnownConnectionException(String message, String code, String fix) {
        super(message);
        this.code = code;
        this.fix = fix;
    }

    public String code() {
        return code;
    }

    public String fix() {
        return fix;
    }
}

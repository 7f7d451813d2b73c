package dev.nanokit.github.client.auth;

import java.time.Instant;

/** An installation's token. */
public record Token(String value, Instant end) {
    static final Token NONE = new Token("", Instant.EPOCH);

    @Override
    public String toString() {
        return "Token[until " + end + "]";
    }
}

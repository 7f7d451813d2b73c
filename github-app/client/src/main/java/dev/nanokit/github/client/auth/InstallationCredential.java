package dev.nanokit.github.client.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The App as an installation, in one repository. The token is asked for at the first use and kept until shortly before
 * its end; threads that need one at the same time wait for the same.
 */
public final class InstallationCredential implements Authorized.Credential {
    /** Longer than any request may take, waits included. */
    private static final Duration RENEWED_BEFORE = Duration.ofMinutes(5);

    private final TokenSource source;
    private final Clock clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile Token current = Token.NONE;

    /** Where a new token comes from. */
    @FunctionalInterface
    public interface TokenSource {
        Token next();
    }

    public InstallationCredential(TokenSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    @Override
    public String token() {
        Token known = current;
        return good(known) ? known.value() : renewed();
    }

    private String renewed() {
        asking.lock();
        try {
            if (!good(current)) {
                current = source.next();
            }
            return current.value();
        } finally {
            asking.unlock();
        }
    }

    private boolean good(Token token) {
        Instant now = clock.instant();
        return now.isBefore(token.end().minus(RENEWED_BEFORE));
    }

    @Override
    public void refused(String token) {
        asking.lock();
        try {
            if (current.value().equals(token)) {
                current = Token.NONE;
            }
        } finally {
            asking.unlock();
        }
    }
}

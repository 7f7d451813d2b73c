package dev.nanokit.github.client.auth;

import io.jsonwebtoken.Jwts;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.function.Supplier;

/**
 * The App's own credential: a web token that it signs with its key, for some minutes. The key is read anew for each, so
 * that a key changed at GitHub and in its file needs no restart.
 */
public final class AppJwt implements Supplier<String> {
    /** GitHub refuses tokens from its future, and clocks differ. */
    private static final Duration BACKDATED = Duration.ofSeconds(60);

    /** GitHub allows ten minutes from its own now. */
    private static final Duration LIFE = Duration.ofMinutes(9);

    private static final Duration RENEWED_BEFORE = Duration.ofMinutes(1);

    private final String appId;
    private final Supplier<String> privateKeyPem;
    private final Clock clock;
    private volatile Signed current = new Signed("", Instant.MIN);

    private record Signed(String token, Instant goodUntil) {}

    public AppJwt(String appId, Supplier<String> privateKeyPem, Clock clock) {
        this.appId = appId;
        this.privateKeyPem = privateKeyPem;
        this.clock = clock;
    }

    /** @throws IllegalArgumentException when the key can't be read */
    @Override
    public String get() {
        Instant now = clock.instant();
        Signed known = current;
        if (now.isBefore(known.goodUntil())) {
            return known.token();
        }
        Signed signed = sign(now);
        current = signed;
        return signed.token();
    }

    /** Signs again at the next use, with the key as it is then. */
    public void forget() {
        current = new Signed("", Instant.MIN);
    }

    private Signed sign(Instant now) {
        PrivateKey key = PrivateKeyPem.read(privateKeyPem.get());
        Instant end = now.plus(LIFE);
        String token = Jwts.builder()
                .issuer(appId)
                .issuedAt(Date.from(now.minus(BACKDATED)))
                .expiration(Date.from(end))
                .signWith(key, Jwts.SIG.RS256)
                .compact();
        return new Signed(token, end.minus(RENEWED_BEFORE));
    }

    @Override
    public String toString() {
        return "AppJwt[" + appId + "]";
    }
}

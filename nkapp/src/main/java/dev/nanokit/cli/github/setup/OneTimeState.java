package dev.nanokit.cli.github.setup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicBoolean;

/** What GitHub has to bring back with the code, so that nobody else can hand one in. Good once. */
final class OneTimeState {
    private static final int BYTES = 32;

    private final String text;
    private final AtomicBoolean used = new AtomicBoolean();

    OneTimeState() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        this.text = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    String text() {
        return text;
    }

    /** Whether it is this one, and is brought for the first time. */
    boolean accept(String brought) {
        return MessageDigest.isEqual(text.getBytes(StandardCharsets.UTF_8), brought.getBytes(StandardCharsets.UTF_8))
                && used.compareAndSet(false, true);
    }
}

package dev.nanokit.engine.value;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key under which an environment's secrets are digested (HMAC-SHA-256), so that a change of a secret is seen
 * without keeping it, and a digest can't be looked up in a table of common passwords.
 */
public final class SealingKey {
    /** Never used itself: each digest takes a copy, which is cheaper than looking the algorithm up again. */
    private final Mac keyed;

    /** @param bytes at least 16 random bytes */
    public SealingKey(byte[] bytes) {
        if (bytes.length < 16) {
            throw new IllegalArgumentException("a sealing key needs 16 bytes at least, not " + bytes.length);
        }
        try {
            keyed = Mac.getInstance("HmacSHA256");
            keyed.init(new SecretKeySpec(bytes, "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no HMAC-SHA-256", e);
        }
    }

    public String digest(String text) {
        try {
            Mac mac = (Mac) keyed.clone();
            return "hmac-sha256:" + HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("this JVM's HMAC-SHA-256 can't be copied", e);
        }
    }
}

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
    private final SecretKeySpec key;

    /** @param bytes at least 16 random bytes */
    public SealingKey(byte[] bytes) {
        if (bytes.length < 16) {
            throw new IllegalArgumentException("a sealing key needs 16 bytes at least, not " + bytes.length);
        }
        this.key = new SecretKeySpec(bytes, "HmacSHA256");
    }

    public String digest(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return "hmac-sha256:" + HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no HMAC-SHA-256", e);
        }
    }
}

package dev.nanokit.engine.value;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 of a value's canonical text with its secrets sealed. Equal specs have equal digests, whatever the order of
 * their keys. It says nothing of where a secret came from: moving a password from one store to another, unchanged,
 * keeps the digest.
 */
public final class SpecDigest {
    private SpecDigest() {}

    /** The digest of a value whose secrets may be revealed. */
    public static String of(Value value, SealingKey key) {
        return ofSealed(Resolver.seal(value, key));
    }

    /** @throws IllegalStateException when a secret in it is revealed */
    public static String ofSealed(Value value) {
        return ofText(ValueJson.write(withoutSources(value)));
    }

    /** The digest of any text, as lower-case hexadecimal digits after {@code sha256:}. */
    public static String ofText(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no SHA-256", e);
        }
    }

    private static Value withoutSources(Value value) {
        return Resolver.mapSecrets(
                value,
                secret ->
                        secret.digest().map(digest -> Secret.sealed("", digest)).orElse(secret));
    }
}

package dev.nanokit.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secrets that GitHub may sign with: one, or while it is being changed the old one and the new one. */
public final class WebhookSecrets {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "sha256=";
    private static final int HEX_DIGITS = 64;

    /** Each holds its key, and is only ever cloned. */
    private final List<Mac> keys;

    private WebhookSecrets(List<Mac> keys) {
        this.keys = keys;
    }

    /** @throws IllegalArgumentException when there is none, or one is blank: anybody could sign with it */
    public static WebhookSecrets of(List<String> secrets) {
        if (secrets.isEmpty() || secrets.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("a webhook needs a secret that is not blank");
        }
        return new WebhookSecrets(secrets.stream().map(WebhookSecrets::key).toList());
    }

    private static Mac key(String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    /** These, and the others: any of them may have signed. */
    public WebhookSecrets and(WebhookSecrets others) {
        return new WebhookSecrets(
                Stream.concat(keys.stream(), others.keys.stream()).toList());
    }

    /**
     * Whether one of the secrets made this signature of these bytes. Takes the same time wherever they differ.
     *
     * @param signature as in {@code X-Hub-Signature-256}: {@code sha256=} and 64 lower-case hex digits
     */
    public boolean signed(byte[] body, String signature) {
        if (!signature.startsWith(PREFIX) || signature.length() != PREFIX.length() + HEX_DIGITS) {
            return false;
        }
        byte[] claimed = signature.substring(PREFIX.length()).getBytes(StandardCharsets.UTF_8);
        boolean signed = false;
        for (Mac key : keys) {
            signed |= MessageDigest.isEqual(hex(key, body), claimed);
        }
        return signed;
    }

    /** The header's value that the first of the secrets gives these bytes. */
    public String sign(byte[] body) {
        return PREFIX + new String(hex(keys.getFirst(), body), StandardCharsets.US_ASCII);
    }

    private static byte[] hex(Mac key, byte[] body) {
        try {
            Mac mac = (Mac) key.clone();
            return HexFormat.of().formatHex(mac.doFinal(body)).getBytes(StandardCharsets.US_ASCII);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's " + ALGORITHM + " can be cloned", e);
        }
    }
}

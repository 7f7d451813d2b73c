package dev.nanokit.provider.docker.ssh;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks into OpenSSH's own form of a private key, which says in its first bytes how it is encrypted. */
final class OpenSshKeyText {
    private static final Pattern ARMOR =
            Pattern.compile("-----BEGIN OPENSSH PRIVATE KEY-----(.*?)-----END", Pattern.DOTALL);
    private static final String MAGIC = "openssh-key-v1\0";
    private static final int LONGEST_CIPHER_NAME = 64;

    private OpenSshKeyText() {}

    static boolean isEncrypted(String text) {
        Matcher armor = ARMOR.matcher(text);
        if (!armor.find()) {
            return false;
        }
        byte[] bytes = Base64.getMimeDecoder().decode(armor.group(1));
        String start = new String(bytes, 0, Math.min(MAGIC.length(), bytes.length), StandardCharsets.US_ASCII);
        if (!start.equals(MAGIC) || bytes.length < MAGIC.length() + Integer.BYTES) {
            return false;
        }
        int length = ByteBuffer.wrap(bytes, MAGIC.length(), Integer.BYTES).getInt();
        if (length < 0 || length > LONGEST_CIPHER_NAME || MAGIC.length() + Integer.BYTES + length > bytes.length) {
            return false;
        }
        return !new String(bytes, MAGIC.length() + Integer.BYTES, length, StandardCharsets.US_ASCII).equals("none");
    }
}

package dev.nanokit.provider.aws.compile;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names in the lengths that AWS's services take. What has to be cut carries a digest, so that no two become one. */
public final class Names {
    public static final int DATABASE = 63;
    public static final int CACHE = 40;
    public static final int ROLE = 64;
    public static final int NODE_GROUP = 63;

    private static final int DIGEST = 8;

    private Names() {}

    /** The name where the service takes it; else its beginning and a digest. No two hyphens stand side by side in it. */
    public static String fit(String name, int longest) {
        String plain = name.replaceAll("-{2,}", "-");
        if (plain.equals(name) && name.length() <= longest) {
            return name;
        }
        String start = plain.substring(0, Math.min(plain.length(), longest - DIGEST - 1));
        return start.replaceFirst("-$", "") + "-" + digest(name);
    }

    /** Eight characters that stand for a text. */
    public static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGEST);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package dev.nanokit.github.plans;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The addresses of plans' pages. A plan may show much of a private repository, and whoever has the address sees it: so it
 * holds a signature, which nobody can guess.
 */
public final class PlanLinks {
    /** Where the pages are, below the public address. */
    public static final String PATH = "/plans/";

    private static final String ALGORITHM = "HmacSHA256";
    /** The name of the signature in the query. */
    public static final String SIGNATURE = "signature";

    private final String publicUrl;
    private final byte[] key;

    /**
     * @param publicUrl where the App can be reached by people's browsers, without a slash at the end
     * @param key of {@link PlanKey}
     */
    public PlanLinks(String publicUrl, byte[] key) {
        this.publicUrl = publicUrl;
        this.key = key.clone();
    }

    public String link(String planId) {
        return publicUrl + PATH + planId + "?" + SIGNATURE + "=" + signature(planId);
    }

    /** Whether the signature is this plan's. Takes as long for a wrong one as for the right one. */
    boolean isSigned(String planId, String signature) {
        return MessageDigest.isEqual(
                signature(planId).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }

    private String signature(String planId) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            byte[] signed = mac.doFinal(("nanokit plan page\n" + planId).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "PlanLinks[" + publicUrl + ", key hidden]";
    }
}

package dev.nanokit.github.standin.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The App's key pair, and what GitHub demands of a token that it signs. */
public final class AppKeys {
    private static final JsonMapper JSON = new JsonMapper();
    private static final long LONGEST_LIFE = 600;

    /** Making one takes as long as a whole test. */
    private static final AppKeys OF_THIS_PROCESS = new AppKeys();

    private final KeyPair keys;

    static AppKeys ofThisProcess() {
        return OF_THIS_PROCESS;
    }

    private AppKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            this.keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The private key, in PKCS#8. */
    public String pem() {
        Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
        return "-----BEGIN PRIVATE KEY-----\n"
                + lines.encodeToString(keys.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    /** Why GitHub would not take the token; empty when it does. */
    String objection(String jwt, long appId, Instant now) {
        String[] parts = jwt.split("\\.", -1);
        if (parts.length != 3) {
            return "A JSON web token could not be decoded";
        }
        try {
            JsonNode header = decoded(parts[0]);
            JsonNode claims = decoded(parts[1]);
            if (!header.path("alg").asString("").equals("RS256") || !signed(parts)) {
                return "A JSON web token could not be decoded";
            }
            return objection(claims, appId, now.getEpochSecond());
        } catch (IllegalArgumentException | JacksonException | GeneralSecurityException e) {
            return "A JSON web token could not be decoded";
        }
    }

    private static String objection(JsonNode claims, long appId, long now) {
        if (!claims.path("iss").asString("").equals(Long.toString(appId))) {
            return "Integration not found";
        }
        if (claims.path("iat").asLong(now + 1) > now) {
            return "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued";
        }
        long end = claims.path("exp").asLong(0);
        if (end > now + LONGEST_LIFE) {
            return "'Expiration time' claim ('exp') is too far in the future";
        }
        return end <= now ? "'Expiration time' claim ('exp') must be a numeric value in the future" : "";
    }

    private static JsonNode decoded(String part) {
        return JSON.readTree(Base64.getUrlDecoder().decode(part));
    }

    private boolean signed(String[] parts) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(keys.getPublic());
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
    }
}

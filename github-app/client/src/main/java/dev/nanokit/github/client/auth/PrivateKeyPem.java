package dev.nanokit.github.client.auth;

import java.io.IOException;
import java.io.StringReader;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateKey;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;

/** Reads the App's private key, as GitHub gives it (PKCS#1) or as other tools write it (PKCS#8). */
final class PrivateKeyPem {
    private static final String WANTED =
            "the App's private key must be an RSA key in PEM form (-----BEGIN RSA PRIVATE KEY----- or -----BEGIN PRIVATE"
                    + " KEY-----), as GitHub gives it at the App's settings";

    private PrivateKeyPem() {}

    /** @throws IllegalArgumentException when it is no such key; never quotes it, nor keeps a cause that might */
    static PrivateKey read(String pem) {
        PrivateKey key = convert(parse(pem));
        if (!(key instanceof RSAPrivateKey)) {
            throw new IllegalArgumentException(WANTED + "; this one is of the kind " + key.getAlgorithm());
        }
        return key;
    }

    private static Object parse(String pem) {
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            return parser.readObject();
        } catch (IOException | RuntimeException e) {
            throw unreadable();
        }
    }

    private static PrivateKey convert(Object parsed) {
        try {
            return switch (parsed) {
                case PEMKeyPair pair ->
                    new JcaPEMKeyConverter().getKeyPair(pair).getPrivate();
                case PrivateKeyInfo info -> new JcaPEMKeyConverter().getPrivateKey(info);
                case PEMEncryptedKeyPair encrypted -> throw locked();
                case PKCS8EncryptedPrivateKeyInfo encrypted -> throw locked();
                case null -> throw new IllegalArgumentException(WANTED + "; no PEM block was found");
                default -> throw new IllegalArgumentException(WANTED + "; this is something else");
            };
        } catch (IOException e) {
            throw unreadable();
        }
    }

    private static IllegalArgumentException locked() {
        return new IllegalArgumentException(WANTED + "; this one is locked with a password");
    }

    private static IllegalArgumentException unreadable() {
        return new IllegalArgumentException(WANTED + "; this one is damaged");
    }
}

package dev.nanokit.github.client.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import org.bouncycastle.openssl.jcajce.JcaMiscPEMGenerator;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.util.io.pem.PemObjectGenerator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The App's key, in each form that it comes in. */
class PrivateKeyPemTest {
    private static PrivateKey key;

    @BeforeAll
    static void aKeyIsMade() throws GeneralSecurityException {
        key = pair("RSA", 2048).getPrivate();
    }

    private static KeyPair pair(String algorithm, int size) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(size);
        return generator.generateKeyPair();
    }

    private static String pem(PemObjectGenerator form) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(form);
        }
        return text.toString();
    }

    @Test
    void theFormThatGitHubGivesIsRead() throws IOException {
        String pem = pem(new JcaMiscPEMGenerator(key));

        assertThat(pem).startsWith("-----BEGIN RSA PRIVATE KEY-----");
        assertThat(PrivateKeyPem.read(pem)).isEqualTo(key);
    }

    @Test
    void theFormThatOtherToolsWriteIsRead() throws IOException {
        String pem = pem(new JcaPKCS8Generator(key, null));

        assertThat(pem).startsWith("-----BEGIN PRIVATE KEY-----");
        assertThat(PrivateKeyPem.read(pem)).isEqualTo(key);
    }

    @Test
    void aKeyThatIsNotRsaIsRefused() throws Exception {
        String pem = pem(new JcaPKCS8Generator(pair("EC", 256).getPrivate(), null));

        assertThatThrownBy(() -> PrivateKeyPem.read(pem))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be an RSA key in PEM form")
                .hasMessageContaining("this one is of the kind EC");
    }

    @Test
    void whatIsNoKeyIsRefusedAndNotQuoted() throws IOException {
        String damaged = pem(new JcaMiscPEMGenerator(key)).replaceFirst("MII", "AAA");

        assertThatThrownBy(() -> PrivateKeyPem.read("hunter2"))
                .hasMessageEndingWith("; no PEM block was found")
                .hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> PrivateKeyPem.read(damaged))
                .hasMessageEndingWith("; this one is damaged")
                .hasNoCause();
    }

    @Test
    void aKeyLockedWithAPasswordIsRefused() {
        String locked = """
                -----BEGIN RSA PRIVATE KEY-----
                Proc-Type: 4,ENCRYPTED
                DEK-Info: AES-128-CBC,0123456789ABCDEF0123456789ABCDEF

                AAAA
                -----END RSA PRIVATE KEY-----
                """;

        assertThatThrownBy(() -> PrivateKeyPem.read(locked))
                .hasMessageEndingWith("; this one is locked with a password");
    }
}

package dev.nanokit.provider.docker.lab;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;

/** A user's home folder with SSH files. */
public record SshHome(Path home) {
    public Path key(KeyPair pair) {
        return write(pair, null);
    }

    public Path encryptedKey(KeyPair pair) {
        OpenSSHKeyEncryptionContext encryption = new OpenSSHKeyEncryptionContext();
        encryption.setPassword("open sesame");
        encryption.setCipherType("256");
        return write(pair, encryption);
    }

    private Path write(KeyPair pair, OpenSSHKeyEncryptionContext encryption) {
        try {
            Path file = folder().resolve("id_ed25519");
            try (OutputStream output = Files.newOutputStream(file)) {
                OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "test", encryption, output);
            }
            return file;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Has the host's key known under this port. */
    public void know(int port, PublicKey key) throws IOException {
        Files.writeString(
                folder().resolve("known_hosts"),
                "[127.0.0.1]:" + port + " " + PublicKeyEntry.toString(key) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private Path folder() throws IOException {
        return Files.createDirectories(home.resolve(".ssh"));
    }
}

package dev.nanokit.provider.docker.ssh;

import dev.nanokit.provider.docker.engine.KnownConnectionException;
import dev.nanokit.provider.docker.transport.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.util.security.SecurityUtils;

/**
 * The private keys by which the user is known: the one that the file names, else the usual ones. Those of the agent
 * come on top.
 */
final class UserKeys {
    private final List<KeyPair> pairs = new ArrayList<>();
    private final List<Path> read = new ArrayList<>();
    private final List<Path> encrypted = new ArrayList<>();
    private final boolean hasAgent;

    private UserKeys(boolean hasAgent) {
        this.hasAgent = hasAgent;
    }

    /** @throws KnownConnectionException when the key that the file names can't be used */
    static UserKeys read(Endpoint.Ssh target, SshFiles files) throws IOException {
        UserKeys keys = new UserKeys(files.agent().isPresent());
        if (target.key().isPresent()) {
            Path named = target.key().get();
            if (!Files.isReadable(named)) {
                throw new KnownConnectionException(
                        "the SSH key " + named + " is not there, or can't be read", "ssh-key", "correct deploy.sshKey");
            }
            keys.add(named);
            if (keys.encrypted.contains(named) && !keys.hasAgent) {
                throw new KnownConnectionException(
                        "the SSH key " + named + " is encrypted, and there is no agent that has it open",
                        "ssh-key",
                        "start an agent and give it the key: eval $(ssh-agent); ssh-add " + named);
            }
        } else {
            for (Path usual : files.usualKeys()) {
                if (Files.isReadable(usual)) {
                    keys.add(usual);
                }
            }
        }
        return keys;
    }

    private void add(Path file) throws IOException {
        if (isEncrypted(file)) {
            encrypted.add(file);
            return;
        }
        try (InputStream input = Files.newInputStream(file)) {
            Iterable<KeyPair> loaded =
                    SecurityUtils.loadKeyPairIdentities(null, NamedResource.ofName(file.toString()), input, null);
            if (loaded == null) {
                throw unusable(file, "it holds no private key");
            }
            loaded.forEach(pairs::add);
            read.add(file);
        } catch (GeneralSecurityException e) {
            throw unusable(file, e.getMessage());
        }
    }

    private static KnownConnectionException unusable(Path file, String why) {
        return new KnownConnectionException(
                "the SSH key " + file + " can't be used: " + why,
                "ssh-key",
                "give a private key in OpenSSH's or PEM's form: ssh-keygen -t ed25519");
    }

    private static boolean isEncrypted(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        return text.contains("ENCRYPTED") || OpenSshKeyText.isEncrypted(text);
    }

    List<KeyPair> pairs() {
        return pairs;
    }

    /** What was tried, for the error. */
    String tried() {
        List<String> tried = new ArrayList<>();
        read.forEach(file -> tried.add("the key " + file));
        if (hasAgent) {
            tried.add("the agent's keys");
        }
        encrypted.forEach(file -> tried.add("not the key " + file + ", which is encrypted"));
        return tried.isEmpty() ? "there is no key to try" : "tried " + String.join(", ", tried);
    }

    String fix(Endpoint.Ssh target) {
        String login = "put your public key there: ssh-copy-id -p " + target.port() + " " + target.user() + "@"
                + target.host();
        return encrypted.isEmpty()
                ? login
                : "open the key for the agent: ssh-add " + encrypted.getFirst() + "; or " + login;
    }
}

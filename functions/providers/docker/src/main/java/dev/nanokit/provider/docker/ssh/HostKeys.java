package dev.nanokit.provider.docker.ssh;

import dev.nanokit.provider.docker.engine.KnownConnectionException;
import dev.nanokit.provider.docker.transport.Endpoint;
import java.net.SocketAddress;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Optional;
import org.apache.sshd.client.config.hosts.KnownHostEntry;
import org.apache.sshd.client.keyverifier.KnownHostsServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;

/**
 * Lets through only hosts whose key stands in the user's {@code known_hosts}. Never adds one: whether a key is the right
 * one is for a person to say.
 */
final class HostKeys extends KnownHostsServerKeyVerifier {
    private final Endpoint.Ssh target;
    private final Path file;
    private volatile KnownConnectionException refusal;

    HostKeys(Path file, Endpoint.Ssh target) {
        super((session, address, key) -> false, file);
        this.file = file;
        this.target = target;
    }

    /** Why the host was not let through; empty when it was, or was not reached. */
    Optional<KnownConnectionException> refusal() {
        return Optional.ofNullable(refusal);
    }

    @Override
    protected boolean acceptUnknownHostKey(ClientSession session, SocketAddress address, PublicKey key) {
        if (refusal == null) {
            refusal = new KnownConnectionException(
                    "the host key of " + target.host() + " is not known: it shows " + described(key),
                    "unknown-host-key",
                    "compare the fingerprint with the host's own (on it: ssh-keygen -lf /etc/ssh/ssh_host_"
                            + shortType(key) + "_key.pub); if it is the same: ssh-keyscan -p " + target.port() + " "
                            + target.host() + " >> " + file);
        }
        return false;
    }

    @Override
    public boolean acceptModifiedServerKey(
            ClientSession session, SocketAddress address, KnownHostEntry entry, PublicKey expected, PublicKey actual) {
        refusal = new KnownConnectionException(
                "THE HOST KEY OF " + target.host() + " HAS CHANGED: " + file + " says "
                        + KeyUtils.getFingerPrint(expected) + ", but the host shows " + described(actual)
                        + ". Somebody may be in between, listening",
                "changed-host-key",
                "do not go on before you know why. If the host was set up anew: ssh-keygen -R " + knownHostName()
                        + " -f " + file + ", then add its new key");
        return false;
    }

    private String knownHostName() {
        return target.port() == 22 ? target.host() : "'[" + target.host() + "]:" + target.port() + "'";
    }

    private static String described(PublicKey key) {
        return KeyUtils.getKeyType(key) + " " + KeyUtils.getFingerPrint(key);
    }

    private static String shortType(PublicKey key) {
        String type = KeyUtils.getKeyType(key);
        if (type.startsWith("ecdsa")) {
            return "ecdsa";
        }
        return type.contains("ed25519") ? "ed25519" : "rsa";
    }
}

package dev.nanokit.provider.docker.ssh;

import dev.nanokit.provider.docker.engine.KnownConnectionException;
import dev.nanokit.provider.docker.transport.Endpoint;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.ConfigFileHostEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.session.SessionHeartbeatController.HeartbeatType;

/** Opens SSH sessions to one machine: its host key checked, the user known by a key. */
final class SshSessions implements Closeable {
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(15);
    private static final Duration LOGIN_WITHIN = Duration.ofSeconds(15);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final Endpoint.Ssh target;
    private final SshFiles files;
    private SshClient client;

    SshSessions(Endpoint.Ssh target, SshFiles files) {
        this.target = target;
        this.files = files;
    }

    /** Not for several threads at once. */
    ClientSession open() throws IOException {
        UserKeys keys = UserKeys.read(target, files);
        HostKeys hostKeys = new HostKeys(files.knownHosts(), target);
        close();
        client = client(keys, hostKeys);
        client.start();
        ClientSession session = connect(hostKeys);
        try {
            session.auth().verify(LOGIN_WITHIN);
        } catch (IOException e) {
            session.close(true);
            throw hostKeys.refusal().map(IOException.class::cast).orElseGet(() -> refused(keys, e));
        }
        session.setSessionHeartbeat(HeartbeatType.IGNORE, HEARTBEAT);
        return session;
    }

    private ClientSession connect(HostKeys hostKeys) throws IOException {
        try {
            return client.connect(target.user(), target.host(), target.port())
                    .verify(CONNECT_WITHIN)
                    .getSession();
        } catch (UnresolvedAddressException e) {
            throw new KnownConnectionException(
                    "the host " + target.host() + " is not known: its name leads to no address",
                    "unknown-host",
                    "correct deploy.hosts, or add the name to DNS");
        } catch (IOException e) {
            throw hostKeys.refusal().map(IOException.class::cast).orElse(e);
        }
    }

    private SshClient client(UserKeys keys, HostKeys hostKeys) throws IOException {
        SshClient made = SshClient.setUpDefaultClient();
        made.setServerKeyVerifier(hostKeys);
        made.setSignatureFactories(
                KnownKeyTypes.read(files.knownHosts(), target).first(made.getSignatureFactories()));
        made.setHostConfigEntryResolver(new ConfigFileHostEntryResolver(files.config()));
        made.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
        made.setKeyIdentityProvider(KeyIdentityProvider.wrapKeyPairs(keys.pairs()));
        files.agent().ifPresent(socket -> made.setAgentFactory(new SocketAgentFactory(socket)));
        return made;
    }

    private IOException refused(UserKeys keys, IOException cause) {
        IOException refused = new KnownConnectionException(
                target + " does not let " + target.user() + " in: " + keys.tried(), "ssh-login", keys.fix(target));
        refused.initCause(cause);
        return refused;
    }

    @Override
    public void close() throws IOException {
        if (client != null) {
            client.stop();
            client.close();
            client = null;
        }
    }
}

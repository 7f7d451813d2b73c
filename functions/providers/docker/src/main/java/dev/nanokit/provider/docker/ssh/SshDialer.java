package dev.nanokit.provider.docker.ssh;

import dev.nanokit.provider.docker.transport.Dialer;
import dev.nanokit.provider.docker.transport.Endpoint;
import dev.nanokit.provider.docker.transport.Wire;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.sshd.client.channel.ChannelDirectTcpip;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.channel.exception.SshChannelOpenException;
import org.apache.sshd.common.util.net.SshdSocketAddress;

/**
 * Reaches the engine of another machine over SSH: each wire is a {@code docker system dial-stdio} there, all over one
 * session, which is opened when it is first needed and again when it was lost.
 */
public final class SshDialer implements Dialer {
    private static final String COMMAND = "docker system dial-stdio";
    private static final Duration OPEN_WITHIN = Duration.ofSeconds(15);

    private final Endpoint.Ssh target;
    private final SshSessions sessions;
    private final ReentrantLock lock = new ReentrantLock();
    private ClientSession session;

    private SshDialer(Endpoint.Ssh target, SshSessions sessions) {
        this.target = target;
        this.sessions = sessions;
    }

    /** @param variables {@code HOME} and {@code SSH_AUTH_SOCK} are used */
    public static SshDialer to(Endpoint.Ssh target, Map<String, String> variables) {
        return new SshDialer(target, new SshSessions(target, SshFiles.of(variables)));
    }

    @Override
    public String endpoint() {
        return target.toString();
    }

    @Override
    public Wire dial() throws IOException {
        ChannelExec channel = session().createExecChannel(COMMAND);
        SshWire wire = SshWire.command(channel, target);
        channel.open().verify(OPEN_WITHIN);
        return wire;
    }

    @Override
    public Optional<Wire> dialContainer(String address, int port) throws IOException {
        ChannelDirectTcpip channel = session()
                .createDirectTcpipChannel(new SshdSocketAddress("localhost", 0), new SshdSocketAddress(address, port));
        try {
            channel.open().verify(OPEN_WITHIN);
            return Optional.of(SshWire.forwarded(channel));
        } catch (IOException e) {
            channel.close(true);
            if (reason(e) == SshConstants.SSH_OPEN_CONNECT_FAILED) {
                throw new ConnectException(e.getMessage());
            }
            return Optional.empty();
        }
    }

    /** Why a channel was not opened, in the protocol's numbers; 0 where the other side did not say. */
    private static int reason(IOException error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SshChannelOpenException refused) {
                return refused.getReasonCode();
            }
        }
        return 0;
    }

    @Override
    public boolean local() {
        return false;
    }

    private ClientSession session() throws IOException {
        lock.lock();
        try {
            if (session == null || !session.isOpen()) {
                session = sessions.open();
            }
            return session;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        sessions.close();
    }
}

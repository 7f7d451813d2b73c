package dev.nanokit.provider.docker.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.server.forward.AcceptAllForwardingFilter;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;

/** A machine that is reached over SSH, on which {@code docker system dial-stdio} leads to the real engine. */
public final class TestSshServer implements AutoCloseable {
    private static final Path ENGINE = Path.of("/var/run/docker.sock");

    private final SshServer server = SshServer.setUpDefaultServer();
    private final AtomicInteger sessions = new AtomicInteger();
    private volatile String dockerFailsWith = "";

    /** @param userKey the key that is let in */
    public TestSshServer(List<KeyPair> hostKeys, PublicKey userKey) throws IOException {
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKeys));
        server.setPublickeyAuthenticator((user, key, session) -> {
            sessions.incrementAndGet();
            return user.equals("deploy") && KeyUtils.compareKeys(key, userKey);
        });
        server.setCommandFactory((channel, command) -> new Dial(command, dockerFailsWith));
        allowForwarding(true);
        server.start();
    }

    public int port() {
        return server.getPort();
    }

    /** How often a user was let in, or asked to be. */
    public int logins() {
        return sessions.get();
    }

    public void allowForwarding(boolean allowed) {
        server.setForwardingFilter(allowed ? AcceptAllForwardingFilter.INSTANCE : RejectAllForwardingFilter.INSTANCE);
    }

    /** As if Docker could not be used there, for the reason that its client would write. */
    public void dockerFailsWith(String message) {
        dockerFailsWith = message;
    }

    public static KeyPair key(String type) {
        try {
            return KeyUtils.generateKeyPair(type, type.startsWith("ssh-rsa") ? 2048 : 256);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }

    /** The one command that is known there. */
    private static final class Dial implements Command {
        private final String command;
        private final String failure;
        private InputStream input;
        private OutputStream output;
        private OutputStream errors;
        private ExitCallback exit;
        private SocketChannel engine;

        Dial(String command, String failure) {
            this.command = command;
            this.failure = failure;
        }

        @Override
        public void setInputStream(InputStream in) {
            input = in;
        }

        @Override
        public void setOutputStream(OutputStream out) {
            output = out;
        }

        @Override
        public void setErrorStream(OutputStream err) {
            errors = err;
        }

        @Override
        public void setExitCallback(ExitCallback callback) {
            exit = callback;
        }

        @Override
        public void start(ChannelSession channel, Environment environment) throws IOException {
            if (!failure.isEmpty() || !command.equals("docker system dial-stdio")) {
                errors.write((failure.isEmpty() ? "sh: 1: " + command + ": not found" : failure)
                        .getBytes(StandardCharsets.UTF_8));
                errors.flush();
                exit.onExit(127);
                return;
            }
            engine = SocketChannel.open(UnixDomainSocketAddress.of(ENGINE));
            Thread.ofVirtual().start(() -> pipe(input, Channels.newOutputStream(engine), () -> {}));
            Thread.ofVirtual().start(() -> pipe(Channels.newInputStream(engine), output, () -> exit.onExit(0)));
        }

        private static void pipe(InputStream from, OutputStream to, Runnable end) {
            byte[] buffer = new byte[8192];
            try {
                for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
                    to.write(buffer, 0, count);
                    to.flush();
                }
            } catch (IOException e) {
                // One of the two ends has gone.
                return;
            } finally {
                end.run();
            }
        }

        @Override
        public void destroy(ChannelSession channel) {
            try {
                if (engine != null) {
                    engine.close();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

package dev.nanokit.provider.docker.ssh;

import dev.nanokit.provider.docker.engine.KnownConnectionException;
import dev.nanokit.provider.docker.transport.Endpoint;
import dev.nanokit.provider.docker.transport.Wire;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import org.apache.sshd.client.channel.ChannelDirectTcpip;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannel;
import org.apache.sshd.client.channel.ClientChannelEvent;

/** A wire over one channel of an SSH session. */
final class SshWire implements Wire {
    private final ClientChannel channel;
    private InputStream input;

    private SshWire(ClientChannel channel) {
        this.channel = channel;
    }

    /** Of a command, to be called before the channel is opened. */
    static SshWire command(ChannelExec channel, Endpoint.Ssh target) {
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        channel.setErr(errors);
        SshWire wire = new SshWire(channel);
        wire.input = new CommandOutput(channel, errors, target);
        return wire;
    }

    static SshWire forwarded(ChannelDirectTcpip channel) {
        SshWire wire = new SshWire(channel);
        wire.input = channel.getInvertedOut();
        return wire;
    }

    @Override
    public InputStream input() {
        return input;
    }

    @Override
    public OutputStream output() {
        return channel.getInvertedIn();
    }

    @Override
    public void close() {
        channel.close(true);
    }

    /** What the command writes; when it ends before it has written anything, what it says of that is the error. */
    private static final class CommandOutput extends FilterInputStream {
        private static final Duration LAST_WORDS_WITHIN = Duration.ofSeconds(2);

        private final ChannelExec channel;
        private final ByteArrayOutputStream errors;
        private final Endpoint.Ssh target;
        private boolean started;

        CommandOutput(ChannelExec channel, ByteArrayOutputStream errors, Endpoint.Ssh target) {
            super(null);
            this.channel = channel;
            this.errors = errors;
            this.target = target;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (in == null) {
                in = channel.getInvertedOut();
            }
            int count = in.read(buffer, offset, length);
            if (count < 0 && !started) {
                throw failed();
            }
            started = true;
            return count;
        }

        private IOException failed() {
            channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), LAST_WORDS_WITHIN);
            String said = errors.toString(StandardCharsets.UTF_8).strip();
            String lower = said.toLowerCase(Locale.ROOT);
            String fix = "log in there and try 'docker version'";
            if (lower.contains("permission denied")) {
                fix = "let the user use Docker there: sudo usermod -aG docker " + target.user();
            } else if (lower.contains("not found")) {
                fix = "install Docker there: its client, 'docker', must be on the path of " + target.user();
            } else if (lower.contains("cannot connect")) {
                fix = "start Docker there: sudo systemctl start docker";
            }
            return new KnownConnectionException(
                    "Docker can't be used on " + target + ": " + (said.isEmpty() ? "its client ended at once" : said),
                    "ssh-docker",
                    fix);
        }
    }
}

package dev.nanokit.provider.docker.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Reaches an engine on this machine by its socket file. */
public final class UnixDialer implements Dialer {
    private static final Duration BRIDGE_ANSWERS_WITHIN = Duration.ofSeconds(2);

    private final Path socket;

    public UnixDialer(Path socket) {
        this.socket = socket;
    }

    @Override
    public String endpoint() {
        return "unix://" + socket;
    }

    @Override
    public Wire dial() throws IOException {
        SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
        return new ChannelWire(channel, Channels.newInputStream(channel), Channels.newOutputStream(channel));
    }

    @Override
    public Optional<Wire> dialContainer(String address, int port) throws IOException {
        return bridgesAreReachable()
                ? Optional.of(TcpDialer.connect(address, port, BRIDGE_ANSWERS_WITHIN))
                : Optional.empty();
    }

    @Override
    public boolean local() {
        return true;
    }

    /** On other systems the engine runs in a virtual machine, whose networks this one does not see. */
    private static boolean bridgesAreReachable() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    }

    private record ChannelWire(SocketChannel channel, InputStream input, OutputStream output) implements Wire {
        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}

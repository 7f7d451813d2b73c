package dev.nanokit.provider.docker.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Reaches an engine by TCP, in plain or over TLS. */
public final class TcpDialer implements Dialer {
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);

    private final String host;
    private final int port;
    private final Optional<SSLContext> tls;

    /** @param tls what to encrypt with; empty for plain TCP */
    public TcpDialer(String host, int port, Optional<SSLContext> tls) {
        this.host = host;
        this.port = port;
        this.tls = tls;
    }

    @Override
    public String endpoint() {
        return "tcp://" + host + ":" + port;
    }

    @Override
    public Wire dial() throws IOException {
        Socket plain = open(host, port, CONNECT_WITHIN);
        try {
            return SocketWire.over(tls.isPresent() ? encrypt(plain, tls.get()) : plain);
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    private SSLSocket encrypt(Socket plain, SSLContext context) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    static Wire connect(String host, int port, Duration within) throws IOException {
        return SocketWire.over(open(host, port, within));
    }

    private static Socket open(String host, int port, Duration within) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(host, port), (int) within.toMillis());
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    @Override
    public Optional<Wire> dialContainer(String address, int port) {
        return Optional.empty();
    }

    @Override
    public boolean local() {
        return false;
    }
}

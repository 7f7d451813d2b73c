package dev.nanokit.provider.docker.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** A wire over a TCP or TLS socket. */
record SocketWire(Socket socket, InputStream input, OutputStream output) implements Wire {
    static SocketWire over(Socket socket) throws IOException {
        return new SocketWire(socket, socket.getInputStream(), socket.getOutputStream());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

package dev.nanokit.bench.engine;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/** One HTTP/1.1 connection to an engine's socket, kept open between calls. Not for use by several threads. */
final class RawConnection implements AutoCloseable {
    private final SocketChannel channel;
    private final ByteBuffer received = ByteBuffer.allocate(64 * 1024).limit(0);

    RawConnection(Path socket) throws IOException {
        channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(socket));
    }

    /** Sends one request and reads its whole answer. */
    RawAnswer call(String method, String path, String contentType, byte[] body) throws IOException {
        String head = "%s %s HTTP/1.1\r\nHost: engine\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
                .formatted(method, path, contentType, body.length);
        send(ByteBuffer.wrap(head.getBytes(StandardCharsets.US_ASCII)));
        send(ByteBuffer.wrap(body));
        return answer();
    }

    private void send(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private RawAnswer answer() throws IOException {
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        int length = 0;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(
                        lower.substring("content-length:".length()).strip());
            } else if (lower.equals("transfer-encoding: chunked")) {
                chunked = true;
            }
        }
        byte[] body = chunked ? chunks() : take(length);
        return new RawAnswer(status, new String(body, StandardCharsets.UTF_8));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            body.writeBytes(take(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private byte[] take(int length) throws IOException {
        byte[] bytes = new byte[length];
        for (int taken = 0; taken < length; ) {
            await();
            int part = Math.min(length - taken, received.remaining());
            received.get(bytes, taken, part);
            taken += part;
        }
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder text = new StringBuilder();
        while (true) {
            await();
            char next = (char) received.get();
            if (next == '\n') {
                return text.toString();
            } else if (next != '\r') {
                text.append(next);
            }
        }
    }

    private void await() throws IOException {
        if (!received.hasRemaining()) {
            received.clear();
            if (channel.read(received) < 0) {
                throw new EOFException("the engine closed the connection");
            }
            received.flip();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

package dev.nanokit.provider.docker.lab;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * A socket file in front of the real engine's, which passes requests on, or does to them what a bad network does. It
 * understands just enough HTTP to tell one request from the next.
 */
public final class FaultySocket implements AutoCloseable {
    /** What becomes of a request. */
    public enum Fault {
        NONE,
        /** The engine never hears of it. */
        REQUEST_LOST,
        /** The engine does it, and nobody hears of that. */
        ANSWER_LOST,
        /** The engine answers 500, without doing anything. */
        REFUSED
    }

    private static final Path ENGINE = Path.of("/var/run/docker.sock");

    private final Path folder;
    private final ServerSocketChannel server;
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private volatile Function<String, Fault> rule = call -> Fault.NONE;

    public FaultySocket() {
        try {
            folder = Files.createTempDirectory("nk");
            server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server.bind(UnixDomainSocketAddress.of(folder.resolve("s")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public String host() {
        return "unix://" + folder.resolve("s");
    }

    /** @param faults by the call: {@code POST /v1.41/containers/create?name=x} */
    public void rule(Function<String, Fault> faults) {
        rule = faults;
    }

    /** The calls so far, in the order they came. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    /** Whether a call is one that changes something on the engine. */
    public static boolean changes(String call) {
        return !call.startsWith("GET") && !call.contains("/exec");
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel client = server.accept();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException e) {
            // The test is over.
            return;
        }
    }

    private void serve(SocketChannel client) {
        try (client) {
            InputStream input = new BufferedInputStream(Channels.newInputStream(client));
            OutputStream output = Channels.newOutputStream(client);
            String head = head(input);
            byte[] body = body(head, input);
            String[] words = head.split(" ", 3);
            String call = words[0] + " " + words[1];
            calls.add(call);
            switch (rule.apply(call)) {
                case NONE -> forward(head, body, output);
                case REQUEST_LOST -> {}
                case ANSWER_LOST -> forward(head, body, OutputStream.nullOutputStream());
                case REFUSED ->
                    output.write(
                            "HTTP/1.1 500 No\r\nConnection: close\r\nContent-Length: 17\r\n\r\n{\"message\":\"tmp\"}"
                                    .getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            // One of the two has gone, which is what this is for.
            return;
        }
    }

    private static void forward(String head, byte[] body, OutputStream answer) throws IOException {
        try (SocketChannel engine = SocketChannel.open(UnixDomainSocketAddress.of(ENGINE))) {
            OutputStream output = Channels.newOutputStream(engine);
            output.write(head.replaceFirst("\r\n", "\r\nConnection: close\r\n").getBytes(StandardCharsets.ISO_8859_1));
            output.write(body);
            Channels.newInputStream(engine).transferTo(answer);
        }
    }

    private static String head(InputStream input) throws IOException {
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int next = input.read();
            if (next < 0) {
                throw new IOException("closed");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    /** The body as it came, with its chunks' sizes where it has some. */
    private static byte[] body(String head, InputStream input) throws IOException {
        String lower = head.toLowerCase(Locale.ROOT);
        if (lower.contains("transfer-encoding: chunked")) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            String end = "0\r\n\r\n";
            while (!body.toString(StandardCharsets.ISO_8859_1).endsWith(end)) {
                body.write(input.read());
            }
            return body.toByteArray();
        }
        int at = lower.indexOf("content-length: ");
        if (at < 0) {
            return new byte[0];
        }
        int length = Integer.parseInt(
                lower.substring(at + 16, lower.indexOf("\r\n", at)).strip());
        return input.readNBytes(length);
    }

    @Override
    public void close() {
        try {
            server.close();
            Files.deleteIfExists(folder.resolve("s"));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.nanokit.provider.docker.transport;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * HTTP/1.1 to a Docker engine over any wire: a socket file, TCP, TLS, or a process at the end of an SSH session.
 * Blocking, made for virtual threads; connections are kept and used again.
 */
public final class EngineHttpClient implements DockerHttpClient {
    /** How long the engine may think about a request before it begins to answer. */
    private static final Duration ANSWER_BEGINS_WITHIN = Duration.ofMinutes(5);

    private static final Duration READ_BEGINS_WITHIN = Duration.ofSeconds(60);

    private final WirePool wires;
    private final ScheduledThreadPoolExecutor watchdog;

    public EngineHttpClient(Dialer dialer) {
        this.wires = new WirePool(dialer);
        this.watchdog = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("docker-watchdog").factory());
        watchdog.setRemoveOnCancelPolicy(true);
    }

    @Override
    public Response execute(Request request) {
        return execute(request, isRepeatable(request) ? READ_BEGINS_WITHIN : ANSWER_BEGINS_WITHIN);
    }

    /** @param within how long the engine may think before it begins to answer */
    public Response execute(Request request, Duration within) {
        try {
            return exchange(request, within);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Response exchange(Request request, Duration within) throws IOException {
        WirePool.Pooled wire = wires.take();
        try {
            return attempt(request, wire, within);
        } catch (IOException e) {
            if (wire.used() && isRepeatable(request) && !(e instanceof NoAnswerException)) {
                return attempt(request, wires.fresh(), within);
            }
            throw e;
        }
    }

    private static boolean isRepeatable(Request request) {
        return request.method().equals("GET");
    }

    private Response attempt(Request request, WirePool.Pooled wire, Duration within) throws IOException {
        try {
            Optional<IOException> refused = write(request, wire.output());
            HttpHead head = readHead(wire, within, refused);
            return new EngineResponse(head, BodyStream.of(head, wire.input()), wire, watchdog);
        } catch (IOException | RuntimeException e) {
            wire.discard();
            throw e;
        }
    }

    private HttpHead readHead(WirePool.Pooled wire, Duration limit, Optional<IOException> refused) throws IOException {
        AtomicBoolean late = new AtomicBoolean();
        ScheduledFuture<?> timeout = watchdog.schedule(
                () -> {
                    late.set(true);
                    wire.discard();
                },
                limit.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            return HttpHead.read(wire.input());
        } catch (IOException e) {
            if (late.get()) {
                throw new NoAnswerException("the engine did not answer within " + limit.toSeconds() + " s", e);
            }
            throw refused.orElse(e);
        } finally {
            timeout.cancel(false);
        }
    }

    /** Empty when all was written; what went wrong when the engine stopped reading, perhaps to answer early. */
    private static Optional<IOException> write(Request request, OutputStream output) {
        try {
            output.write(head(request).getBytes(StandardCharsets.ISO_8859_1));
            if (request.bodyBytes() != null) {
                output.write(request.bodyBytes());
            } else if (request.body() != null) {
                writeChunks(request.body(), output);
            }
            output.flush();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e);
        }
    }

    private static String head(Request request) {
        StringBuilder head = new StringBuilder()
                .append(request.method())
                .append(' ')
                .append(request.path())
                .append(" HTTP/1.1\r\nHost: docker\r\nUser-Agent: nanokit\r\n");
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            head.append(header.getKey()).append(": ").append(header.getValue()).append("\r\n");
        }
        byte[] bytes = request.bodyBytes();
        if (bytes != null) {
            head.append("Content-Length: ").append(bytes.length).append("\r\n");
        } else if (request.body() != null) {
            head.append("Transfer-Encoding: chunked\r\n");
        } else if (!isRepeatable(request)) {
            head.append("Content-Length: 0\r\n");
        }
        return head.append("\r\n").toString();
    }

    private static void writeChunks(InputStream body, OutputStream output) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
            if (count > 0) {
                output.write((Integer.toHexString(count) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                output.write(buffer, 0, count);
                output.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        }
        output.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static final class NoAnswerException extends IOException {
        NoAnswerException(String message, IOException cause) {
            super(message, cause);
        }
    }

    @Override
    public void close() {
        wires.close();
        watchdog.shutdownNow();
    }
}

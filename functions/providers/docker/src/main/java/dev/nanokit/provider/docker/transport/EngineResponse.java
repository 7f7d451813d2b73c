package dev.nanokit.provider.docker.transport;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** An answer whose body is still coming. Its wire is used again once the body has been read to its end. */
final class EngineResponse implements DockerHttpClient.Response {
    private static final Duration DRAIN_WITHIN = Duration.ofMillis(200);
    private static final int DRAIN_AT_MOST = 64 * 1024;

    private final HttpHead head;
    private final BodyStream body;
    private final WirePool.Pooled wire;
    private final ScheduledExecutorService watchdog;
    private final AtomicBoolean closed = new AtomicBoolean();

    EngineResponse(HttpHead head, BodyStream body, WirePool.Pooled wire, ScheduledExecutorService watchdog) {
        this.head = head;
        this.body = body;
        this.wire = wire;
        this.watchdog = watchdog;
    }

    @Override
    public int getStatusCode() {
        return head.status();
    }

    @Override
    public Map<String, List<String>> getHeaders() {
        return head.headers();
    }

    @Override
    public InputStream getBody() {
        return body;
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        if (!head.closes() && body.leavesConnectionOpen() && (body.ended() || drain())) {
            wire.giveBack();
        } else {
            wire.discard();
        }
    }

    /** Reads what little a JSON parser leaves behind; a stream that goes on is cut instead. */
    private boolean drain() {
        ScheduledFuture<?> cut = watchdog.schedule(wire::discard, DRAIN_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        try {
            int left = body.readNBytes(DRAIN_AT_MOST).length;
            return cut.cancel(false) && left < DRAIN_AT_MOST;
        } catch (IOException e) {
            return false;
        } finally {
            cut.cancel(false);
        }
    }
}

package dev.nanokit.github.standin.web;

import dev.nanokit.github.standin.world.Hub;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The primary rate limit: so many requests until it opens again. */
public final class Quota {
    private static final int LIMIT = 5_000;
    private static final Duration WINDOW = Duration.ofHours(1);

    private final Hub hub;
    private int remaining = LIMIT;
    private Instant reset = Instant.MIN;

    Quota(Hub hub) {
        this.hub = hub;
    }

    /** Leaves so many requests, until the time. */
    public synchronized void leave(int requests, Instant until) {
        remaining = requests;
        reset = until;
    }

    /** Whether there was one left. An answer that says nothing has changed costs none. */
    synchronized boolean take(boolean costs) {
        if (!hub.now().isBefore(reset)) {
            remaining = LIMIT;
            reset = hub.now().plus(WINDOW);
        }
        if (remaining == 0) {
            return false;
        }
        remaining -= costs ? 1 : 0;
        return true;
    }

    synchronized Map<String, String> headers() {
        return Map.of(
                "X-RateLimit-Limit", Integer.toString(LIMIT),
                "X-RateLimit-Remaining", Integer.toString(remaining),
                "X-RateLimit-Used", Integer.toString(LIMIT - remaining),
                "X-RateLimit-Reset", Long.toString(reset.getEpochSecond()),
                "X-RateLimit-Resource", "core");
    }
}

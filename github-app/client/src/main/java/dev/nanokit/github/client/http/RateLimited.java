package dev.nanokit.github.client.http;

import dev.nanokit.github.api.GitHubException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps to GitHub's limits, of which each token's owner has its own. A short wait is waited here, before a request that
 * is known to be refused or after one that was; a long one is the caller's, who is told how long.
 */
public final class RateLimited implements Exchange {
    private final Exchange next;
    private final Clock clock;
    private final Pause pause;
    private final Duration patience;
    private volatile Instant closedUntil = Instant.MIN;

    /** @param patience how long one request may wait altogether */
    public RateLimited(Exchange next, Clock clock, Pause pause, Duration patience) {
        this.next = next;
        this.clock = clock;
        this.pause = pause;
        this.patience = patience;
    }

    @Override
    public Answer send(Request request) throws IOException {
        Instant start = clock.instant();
        while (true) {
            awaitOpening(request, start);
            Answer answer = next.send(request);
            Optional<Duration> wait = RateLimits.asked(answer, clock.instant());
            wait.ifPresent(this::close);
            if (!RateLimits.refused(answer)) {
                return answer;
            }
        }
    }

    private void awaitOpening(Request request, Instant start) {
        Instant now = clock.instant();
        Duration wait = Duration.between(now, max(closedUntil, now));
        if (wait.isZero()) {
            return;
        }
        if (Duration.between(start, now).plus(wait).compareTo(patience) > 0) {
            throw new GitHubException(
                    "GitHub's rate limit is used up: " + request + " can go through in " + wait.toSeconds() + " s",
                    429,
                    wait,
                    null);
        }
        pause.of(wait);
    }

    private synchronized void close(Duration wait) {
        closedUntil = max(closedUntil, clock.instant().plus(wait));
    }

    private static Instant max(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}

package dev.nanokit.github.client.repository;

import dev.nanokit.github.api.GitHubException;
import dev.nanokit.github.client.http.Backoff;
import dev.nanokit.github.client.http.Pause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Does what changes something at GitHub again, when it isn't known to have been done. */
final class Repeats {
    /** How far GitHub's clock may be from ours. */
    private static final Duration SKEW = Duration.ofMinutes(2);

    private final Pause pause;
    private final Clock clock;

    Repeats(Pause pause, Clock clock) {
        this.pause = pause;
        this.clock = clock;
    }

    /** By GitHub's clock, no later than now: what is made from now on bears no earlier time. */
    Instant start() {
        return clock.instant().minus(SKEW);
    }

    /** What leads to the same however often it is done. */
    <T> T repeat(Supplier<T> work) {
        return once(work, Optional::empty);
    }

    /**
     * What must be done once.
     *
     * @param done finds what a try whose answer was lost has made
     */
    <T> T once(Supplier<T> work, Supplier<Optional<T>> done) {
        for (int failures = 1; ; failures++) {
            try {
                return work.get();
            } catch (GitHubException e) {
                if (!uncertain(e) || failures == Backoff.TRIES) {
                    throw e;
                }
                pause.of(Backoff.after(failures));
            }
            Optional<T> made = done.get();
            if (made.isPresent()) {
                return made.get();
            }
        }
    }

    private static boolean uncertain(GitHubException e) {
        boolean unanswered = e.status() == 0 || e.status() >= 500;
        return unanswered && !Thread.currentThread().isInterrupted();
    }
}

package dev.nanokit.server.work;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When work that failed is begun again.
 *
 * @param pauses after the first failure, after the second, and so on; after one more the work is set aside
 */
public record RetrySchedule(List<Duration> pauses) {
    /** Gets over an outage of GitHub of three quarters of an hour. */
    public static final RetrySchedule PATIENT = new RetrySchedule(List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30)));

    public RetrySchedule {
        pauses = List.copyOf(pauses);
    }

    /** @return empty when it was begun often enough */
    Optional<Duration> pauseAfter(int attempts) {
        return attempts <= pauses.size() ? Optional.of(pauses.get(attempts - 1)) : Optional.empty();
    }

    /** Whether it was begun as often as it ever will be. */
    boolean isExhausted(int attempts) {
        return attempts > pauses.size();
    }
}

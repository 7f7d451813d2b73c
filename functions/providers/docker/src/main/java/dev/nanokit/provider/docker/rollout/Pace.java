package dev.nanokit.provider.docker.rollout;

import java.time.Duration;

/**
 * How long things may take.
 *
 * @param settle how long a container without a health check must run to be taken for working
 * @param healthy within what time it must have become healthy
 * @param stop how long it may take to end before it is killed
 * @param look how often to look
 */
public record Pace(Duration settle, Duration healthy, Duration stop, Duration look) {
    public static final Pace NORMAL =
            new Pace(Duration.ofSeconds(1), Duration.ofMinutes(3), Duration.ofSeconds(10), Duration.ofMillis(250));
}

package dev.nanokit.github.client.http;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before a request is sent again: half a second, one, two, each give or take half. */
public final class Backoff {
    /** The first try and three more. */
    public static final int TRIES = 4;

    private static final long FIRST_MILLIS = 500;

    private Backoff() {}

    /** @param failures how many tries have failed, from 1 */
    public static Duration after(int failures) {
        long middle = FIRST_MILLIS << (failures - 1);
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(middle / 2, middle + middle / 2));
    }
}

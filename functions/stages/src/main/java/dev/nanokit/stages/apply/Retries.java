package dev.nanokit.stages.apply;

import dev.nanokit.provider.ProviderException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** When a provider's call that has failed is made again. */
public final class Retries {
    private static final int MOST_TRIES = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private Retries() {}

    /** @param tries how many calls have failed in a row, this one included */
    public static boolean allow(ProviderException failure, int tries) {
        return failure.retryable() && tries < MOST_TRIES;
    }

    /** How long to wait before the next: twice as long each time, give or take a half. */
    public static Duration pause(int tries) {
        double jitter = 0.5 + ThreadLocalRandom.current().nextDouble();
        return Duration.ofMillis((long) (FIRST_PAUSE.toMillis() * Math.pow(2, tries - 1) * jitter));
    }
}

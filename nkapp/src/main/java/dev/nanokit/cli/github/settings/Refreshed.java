package dev.nanokit.cli.github.settings;

import dev.nanokit.stages.secret.SecretUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * What is read again now and then, so that it can be changed while the App runs. Where that fails, what was read before
 * holds until it succeeds.
 */
final class Refreshed<T> implements Supplier<T> {
    static final Duration FRESH_FOR = Duration.ofMinutes(5);

    private final Supplier<T> source;
    private final InstantSource clock;
    private T value;
    private Instant readAt;

    /** @throws RuntimeException as the source, which is asked at once */
    Refreshed(Supplier<T> source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
        this.value = source.get();
        this.readAt = clock.instant();
    }

    @Override
    public synchronized T get() {
        Instant now = clock.instant();
        if (!now.isBefore(readAt.plus(FRESH_FOR))) {
            try {
                value = source.get();
            } catch (SecretUnavailableException e) {
                // AWS can't be asked right now, or what it has is of no use.
            }
            readAt = now;
        }
        return value;
    }
}

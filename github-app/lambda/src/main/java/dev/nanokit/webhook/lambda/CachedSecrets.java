package dev.nanokit.webhook.lambda;

import dev.nanokit.webhook.NotStartedException;
import dev.nanokit.webhook.WebhookSecrets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/** Secrets that are read again now and then. Where that fails, what was read before holds. */
final class CachedSecrets implements Supplier<WebhookSecrets> {
    static final Duration FRESH_FOR = Duration.ofMinutes(5);

    private final Supplier<List<String>> source;
    private final InstantSource clock;
    private WebhookSecrets secrets;
    private Instant readAt = Instant.MIN;

    CachedSecrets(Supplier<List<String>> source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
    }

    /** @throws NotStartedException when they were never read, and can't be */
    @Override
    public synchronized WebhookSecrets get() {
        Instant now = clock.instant();
        if (secrets != null && now.isBefore(readAt.plus(FRESH_FOR))) {
            return secrets;
        }
        try {
            secrets = WebhookSecrets.of(source.get());
        } catch (SdkException | IllegalArgumentException e) {
            if (secrets == null) {
                throw new NotStartedException(
                        "the webhook secret can't be read: " + e.getClass().getSimpleName(), e);
            }
        }
        readAt = now;
        return secrets;
    }

    /** What was read does not count any more, even where it can't be read again. */
    synchronized void forget() {
        secrets = null;
    }
}

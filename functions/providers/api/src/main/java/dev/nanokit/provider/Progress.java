package dev.nanokit.provider;

import dev.nanokit.engine.value.Value;
import java.time.Duration;

/** The answer to a change. */
public sealed interface Progress {
    /**
     * @param providerId the provider's own id of what is there now; of what was there, after a delete
     * @param outputs secrets revealed; empty after a delete
     */
    record Done(String providerId, Value.Obj outputs) implements Progress {}

    /**
     * Not finished yet.
     *
     * @param cursor what {@link Connection#poll} needs to find the work again, in this process or another
     */
    record Pending(String cursor, Duration after) implements Progress {}
}

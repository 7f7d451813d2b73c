package dev.nanokit.state.table;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * A stored item.
 *
 * @param version raised by whoever writes the item, at each write
 * @param token the fencing token, on locks; 0 elsewhere
 * @param body JSON; at most {@link Table#MAX_BODY_BYTES}
 * @param expiresAt from when on the item is gone, in epoch seconds; empty for never
 */
public record Item(ItemKey key, long version, long token, String body, OptionalLong expiresAt) {
    public boolean isExpiredAt(Instant now) {
        return expiresAt.isPresent() && expiresAt.getAsLong() <= now.getEpochSecond();
    }

    /** Without the body, which may hold what does not belong in a log. */
    @Override
    public String toString() {
        return "Item[" + key + ", version=" + version + ", token=" + token + "]";
    }
}

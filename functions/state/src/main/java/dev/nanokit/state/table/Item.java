package dev.nanokit.state.table;

import dev.nanokit.engine.value.Value;
import dev.nanokit.engine.value.ValueJson;
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
    /** An item that is no lock and does not expire. */
    public static Item of(ItemKey key, long version, Value.Obj body) {
        return new Item(key, version, 0, ValueJson.write(body), OptionalLong.empty());
    }

    public boolean isExpiredAt(Instant now) {
        return expiresAt.isPresent() && expiresAt.getAsLong() <= now.getEpochSecond();
    }

    /** Without the body, which may hold what does not belong in a log. */
    @Override
    public String toString() {
        return "Item[" + key + ", version=" + version + ", token=" + token + "]";
    }
}

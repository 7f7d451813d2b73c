package dev.nanokit.state.table;

import java.util.OptionalLong;

/**
 * A stored item.
 *
 * @param version raised by whoever writes the item, at each write
 * @param token the fencing token, on locks; 0 elsewhere
 * @param body JSON
 * @param expiresAt when the store may forget it, in epoch seconds
 */
public record Item(ItemKey key, long version, long token, String body, OptionalLong expiresAt) {}

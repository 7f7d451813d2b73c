package dev.nanokit.state.lock;

import java.util.Map;

/**
 * What a waiter has seen of the records that stand in its way, and since when by its own clock: a lease has run out
 * once the same version has been seen for a whole lease. Hosts' clocks need not agree.
 *
 * @param since record name → the version last seen and when it was first seen (milliseconds of the waiter's clock)
 */
public record Sighting(Map<String, Seen> since) {
    public static final Sighting NONE = new Sighting(Map.of());

    public Sighting {
        since = Map.copyOf(since);
    }

    public record Seen(long version, long firstSeenMillis) {}
}

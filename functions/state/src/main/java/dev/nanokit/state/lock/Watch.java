package dev.nanokit.state.lock;

import dev.nanokit.state.lock.Sighting.Seen;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** What a waiter sees now, held against what it saw before; and what it is to remember for the next time. */
final class Watch {
    private final Sighting before;
    private final long now;
    private final Map<String, Seen> next = new HashMap<>();

    /** @param now milliseconds of the waiter's clock */
    Watch(Sighting before, long now) {
        this.before = before;
        this.now = now;
    }

    /** For how long this version of the record has been seen; zero at the first time. */
    Duration unchangedFor(String record, long version) {
        Seen seen = before.since().get(record);
        Seen kept = seen != null && seen.version() == version ? seen : new Seen(version, now);
        next.put(record, kept);
        return Duration.ofMillis(Math.max(0, now - kept.firstSeenMillis()));
    }

    boolean remembers(String record) {
        return before.since().containsKey(record);
    }

    boolean hasRunOut(ComponentLock lock, Tenure held) {
        return unchangedFor(lock.record(), lock.version()).compareTo(held.lease()) >= 0;
    }

    boolean hasRunOut(Waiter waiter) {
        return unchangedFor(waiter.record(), waiter.beat())
                        .compareTo(waiter.wanted().lease())
                >= 0;
    }

    /** How long the holder still has, should it give no more sign of life. */
    Duration left(ComponentLock lock, Tenure held) {
        return left(held.lease(), unchangedFor(lock.record(), lock.version()));
    }

    Duration left(Waiter waiter) {
        return left(waiter.wanted().lease(), unchangedFor(waiter.record(), waiter.beat()));
    }

    private static Duration left(Duration lease, Duration unchanged) {
        Duration left = lease.minus(unchanged);
        return left.isNegative() ? Duration.ZERO : left;
    }

    Sighting sighting() {
        return new Sighting(next);
    }
}

package dev.nanokit.provider.docker.rollout;

import java.time.Duration;
import java.time.Instant;

/**
 * Since when a container is being watched. Counted from what this side has seen, so that the engine's clock need not
 * agree with ours; it travels with the work's cursor.
 *
 * @param container its id
 * @param since when it was first looked at
 * @param startedAt the engine's word for its last start
 * @param steadySince when this last start was first seen
 */
record Watch(String container, Instant since, String startedAt, Instant steadySince) {
    static final Watch NONE = new Watch("", Instant.EPOCH, "", Instant.EPOCH);

    private static final String SEPARATOR = "|";

    static Watch parse(String cursor) {
        String[] parts = cursor.split("\\|", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("'" + cursor + "' is no cursor of a container's rollout");
        }
        return new Watch(
                parts[0],
                Instant.ofEpochMilli(Long.parseLong(parts[1])),
                parts[2],
                Instant.ofEpochMilli(Long.parseLong(parts[3])));
    }

    String cursor() {
        return String.join(
                SEPARATOR,
                container,
                Long.toString(since.toEpochMilli()),
                startedAt,
                Long.toString(steadySince.toEpochMilli()));
    }

    Watch seen(String id, String started, Instant now) {
        if (!container.equals(id)) {
            return new Watch(id, now, started, now);
        }
        return startedAt.equals(started) ? this : new Watch(id, since, started, now);
    }

    boolean watchedFor(Duration duration, Instant now) {
        return !now.isBefore(since.plus(duration));
    }

    boolean steadyFor(Duration duration, Instant now) {
        return !now.isBefore(steadySince.plus(duration));
    }
}

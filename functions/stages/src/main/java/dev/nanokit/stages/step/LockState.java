package dev.nanokit.stages.step;

import dev.nanokit.engine.value.JsonFields;
import dev.nanokit.engine.value.Value;
import dev.nanokit.state.lock.Sighting;
import dev.nanokit.state.lock.Sighting.Seen;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * What a waiter takes along from attempt to attempt.
 *
 * @param sighting what it saw of those before it
 * @param since when it began to wait, in milliseconds; 0 before the first attempt
 * @param place where it stands, as it was told last; empty before
 */
record LockState(Sighting sighting, long since, String place) {
    static final LockState FIRST = new LockState(Sighting.NONE, 0, "");

    static LockState read(JsonFields fields) {
        Map<String, Seen> seen = new HashMap<>();
        fields.values("sighting").fields().forEach((record, value) -> {
            if (value instanceof Value.Seq seq
                    && seq.items().size() == 2
                    && seq.items().get(0) instanceof Value.Num(BigDecimal version)
                    && seq.items().get(1) instanceof Value.Num(BigDecimal millis)) {
                seen.put(record, new Seen(version.longValue(), millis.longValue()));
            }
        });
        return new LockState(new Sighting(seen), fields.number("since"), fields.text("place"));
    }

    Value.Obj write() {
        Map<String, Value> seen = new HashMap<>();
        sighting.since()
                .forEach((record, at) ->
                        seen.put(record, Value.seq(Value.num(at.version()), Value.num(at.firstSeenMillis()))));
        return Value.obj(Map.of("sighting", Value.obj(seen), "since", Value.num(since), "place", Value.text(place)));
    }
}

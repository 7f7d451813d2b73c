package dev.nanokit.state.run;

import dev.nanokit.engine.value.JsonFields;
import dev.nanokit.engine.value.Value;
import dev.nanokit.engine.value.ValueJson;
import dev.nanokit.state.lock.Acquisition;
import java.time.Duration;
import java.util.Map;

/** What a run waits for before it can begin, for whoever shows it. */
public sealed interface RunWait {
    /** How long it has been waiting. */
    Duration waited();

    record ForLock(Acquisition.Blocked by, Duration waited) implements RunWait {}

    /** @param why which shared infrastructure is not there yet */
    record ForShared(String why, Duration waited) implements RunWait {}

    default String json() {
        Value.Obj object = Value.obj(Map.of("waitedMillis", Value.num(waited().toMillis())));
        return ValueJson.write(
                switch (this) {
                    case ForLock(Acquisition.Blocked by, Duration ignored) -> object.with("by", HolderJson.write(by));
                    case ForShared(String why, Duration ignored) -> object.with("why", Value.text(why));
                });
    }

    /** @throws IllegalArgumentException when the text is not what {@link #json} gives; names the field */
    static RunWait read(String json) {
        JsonFields fields = JsonFields.parse(json);
        Duration waited = Duration.ofMillis(fields.number("waitedMillis"));
        return fields.has("by")
                ? new ForLock(HolderJson.blocked(fields.fields("by")), waited)
                : new ForShared(fields.text("why"), waited);
    }
}

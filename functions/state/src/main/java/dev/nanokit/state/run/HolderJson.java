package dev.nanokit.state.run;

import dev.nanokit.engine.value.JsonFields;
import dev.nanokit.engine.value.Value;
import dev.nanokit.state.lock.Acquisition;
import dev.nanokit.state.lock.Holder;
import dev.nanokit.state.lock.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Who holds a lock, and who is kept waiting by whom, in the form in which it is kept. */
final class HolderJson {
    private HolderJson() {}

    static Value.Obj write(Holder holder) {
        return Value.obj(Map.of(
                "who", Value.text(holder.who()),
                "what", Value.text(holder.what()),
                "link", Value.text(holder.link()),
                "since", Value.text(holder.since().toString())));
    }

    static Holder read(JsonFields fields) {
        return new Holder(
                fields.text("who"), fields.text("what"), fields.text("link"), Instant.parse(fields.text("since")));
    }

    /** Without the sighting, which is of use only to the next attempt. */
    static Value.Obj write(Acquisition.Blocked blocked) {
        return Value.obj(Map.of(
                "scope", Value.text(blocked.scope()),
                "holders",
                        Value.seq(blocked.holders().stream()
                                .map(HolderJson::write)
                                .toList()),
                "remainingMillis", Value.num(blocked.remaining().toMillis()),
                "position", Value.num(blocked.position())));
    }

    static Acquisition.Blocked blocked(JsonFields fields) {
        return new Acquisition.Blocked(
                fields.text("scope"),
                fields.list("holders").stream().map(HolderJson::read).toList(),
                Duration.ofMillis(fields.number("remainingMillis")),
                Math.toIntExact(fields.number("position")),
                Sighting.NONE);
    }
}

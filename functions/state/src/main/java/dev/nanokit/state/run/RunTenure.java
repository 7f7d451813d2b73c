package dev.nanokit.state.run;

import dev.nanokit.engine.value.JsonFields;
import dev.nanokit.engine.value.Value;
import dev.nanokit.engine.value.ValueJson;
import dev.nanokit.state.lock.LockGrant;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The locks that a run holds, and whether it may still begin something under them.
 *
 * @param since when the locks were granted
 * @param beatAt when the run last gave a sign of life, by the clock of whoever gave it
 * @param stopped why nothing new is to be begun; empty while it goes on
 */
public record RunTenure(LockGrant grant, Instant since, Instant beatAt, Optional<RunStop> stopped) {
    RunTenure beatenAt(Instant now) {
        return new RunTenure(grant, since, now, stopped);
    }

    /** Stopped for the first reason that there was; a lock that is lost outweighs it. */
    RunTenure stopped(RunStop why) {
        boolean keep = stopped.isPresent() && why != RunStop.LOCK_LOST;
        return keep ? this : new RunTenure(grant, since, beatAt, Optional.of(why));
    }

    String json() {
        Map<String, Value> fields = new TreeMap<>();
        fields.put("infraToken", Value.num(grant.infraToken()));
        fields.put("componentToken", Value.num(grant.componentToken()));
        Optional.ofNullable(grant.takenOverFrom())
                .ifPresent(former -> fields.put("takenOverFrom", HolderJson.write(former)));
        fields.put("since", Value.num(since.toEpochMilli()));
        fields.put("beatAt", Value.num(beatAt.toEpochMilli()));
        stopped.ifPresent(why -> fields.put("stopped", Value.text(JsonFields.word(why))));
        return ValueJson.write(Value.obj(fields));
    }

    static RunTenure read(RunRequest request, String json) {
        JsonFields fields = JsonFields.parse(json);
        return new RunTenure(
                new LockGrant(
                        request.lockRequest(),
                        fields.number("infraToken"),
                        fields.number("componentToken"),
                        fields.optionalFields("takenOverFrom")
                                .map(HolderJson::read)
                                .orElse(null)),
                Instant.ofEpochMilli(fields.number("since")),
                Instant.ofEpochMilli(fields.number("beatAt")),
                fields.has("stopped") ? Optional.of(fields.word("stopped", RunStop.class)) : Optional.empty());
    }
}

package dev.nanokit.github.flow.memory;

import dev.nanokit.engine.value.Value;
import dev.nanokit.state.table.Fields;
import java.util.Map;
import java.util.Optional;

/**
 * What is remembered of a check run.
 *
 * @param external as GitHub keeps it
 * @param run GitHub's id; 0 while it is not known whether GitHub has made it
 * @param open whether it shows something that goes on
 * @param named whether its name has the component's
 * @param round the round of planning in which it was shown last
 * @param approval what it shows can be agreed to
 */
public record CheckNote(
        String external, long run, boolean named, boolean open, String round, Optional<Approval> approval) {
    static final long NOT_KNOWN = 0;

    public boolean isKnown() {
        return run != NOT_KNOWN;
    }

    public static CheckNote begun(String external, boolean named) {
        return new CheckNote(external, NOT_KNOWN, named, true, "", Optional.empty());
    }

    Value.Obj body() {
        Value.Obj body = Value.obj(Map.of(
                "external", Value.text(external),
                "run", Value.num(run),
                "named", Value.num(named ? 1 : 0),
                "open", Value.num(open ? 1 : 0),
                "round", Value.text(round)));
        return approval.map(given -> body.with("approval", given.body())).orElse(body);
    }

    static CheckNote of(Fields fields) {
        return new CheckNote(
                fields.text("external"),
                fields.number("run"),
                fields.number("named") == 1,
                fields.number("open") == 1,
                fields.text("round"),
                fields.optionalObject("approval").map(Approval::of));
    }
}

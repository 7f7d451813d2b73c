package dev.nanokit.github.flow.memory;

import dev.nanokit.engine.value.Value;
import dev.nanokit.state.table.Fields;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody who looks at a check agrees to.
 *
 * @param digest of the plan that is shown; empty where only a part of it could be shown, or the rest of an apply is
 *     meant: then whatever is planned is agreed to, as long as nobody else has applied
 * @param serial the component's at that time
 */
public record Approval(Optional<String> digest, long serial) {
    /** Nothing is agreed to: no plan has that digest. */
    public static final Approval NONE = new Approval(Optional.of("none"), -1);

    Value.Obj body() {
        return Value.obj(Map.of("digest", Value.text(digest.orElse("")), "serial", Value.num(serial)));
    }

    static Approval of(Fields fields) {
        return new Approval(
                Optional.of(fields.text("digest")).filter(text -> !text.isEmpty()), fields.number("serial"));
    }
}

package dev.nanokit.state.run;

import dev.nanokit.engine.value.JsonFields;
import dev.nanokit.engine.value.Value;
import dev.nanokit.engine.value.ValueJson;
import dev.nanokit.state.lock.Acquisition;
import java.time.Duration;
import java.util.Map;

/** How a run ended. The plan that it is about, and what became of each change, are kept beside it. */
public sealed interface RunResult {
    /** The plan is made and kept. */
    record Planned() implements RunResult {}

    record Applied(Duration took) implements RunResult {}

    record Blocked(Acquisition.Blocked by) implements RunResult {}

    /** The shared infrastructure is not there yet. */
    record NotReady(String why) implements RunResult {}

    /** The plan is another than the one that was agreed to. */
    record Stale() implements RunResult {}

    /** Would lose data, and was not forced. */
    record Guarded() implements RunResult {}

    /** Stopped on the way. */
    record Incomplete(RunStop cause) implements RunResult {}

    /** Could not be done. */
    record Failed(RunFailure why) implements RunResult {}

    default String json() {
        return ValueJson.write(
                switch (this) {
                    case Planned ignored -> ended("planned");
                    case Applied(Duration took) -> ended("applied").with("tookMillis", Value.num(took.toMillis()));
                    case Blocked(Acquisition.Blocked by) -> ended("blocked").with("by", HolderJson.write(by));
                    case NotReady(String why) -> ended("not_ready").with("why", Value.text(why));
                    case Stale ignored -> ended("stale");
                    case Guarded ignored -> ended("guarded");
                    case Incomplete(RunStop cause) ->
                        ended("incomplete").with("cause", Value.text(JsonFields.word(cause)));
                    case Failed(RunFailure why) -> ended("failed").with("failure", why.write());
                });
    }

    /** @throws IllegalArgumentException when the text is not what {@link #json} gives; names the field */
    static RunResult read(String json) {
        JsonFields fields = JsonFields.parse(json);
        return switch (fields.text("ended")) {
            case "planned" -> new Planned();
            case "applied" -> new Applied(Duration.ofMillis(fields.number("tookMillis")));
            case "blocked" -> new Blocked(HolderJson.blocked(fields.fields("by")));
            case "not_ready" -> new NotReady(fields.text("why"));
            case "stale" -> new Stale();
            case "guarded" -> new Guarded();
            case "incomplete" -> new Incomplete(fields.word("cause", RunStop.class));
            case "failed" -> new Failed(RunFailure.read(fields.fields("failure")));
            default -> throw new IllegalArgumentException("the field 'ended' is '" + fields.text("ended") + "'");
        };
    }

    private static Value.Obj ended(String how) {
        return Value.obj(Map.of("ended", Value.text(how)));
    }
}

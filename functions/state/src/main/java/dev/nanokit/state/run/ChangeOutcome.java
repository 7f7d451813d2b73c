package dev.nanokit.state.run;

import dev.nanokit.engine.value.JsonFields;
import dev.nanokit.engine.value.Value;
import dev.nanokit.engine.value.ValueJson;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** How far one change of a run has come. What was not begun has none. */
public sealed interface ChangeOutcome {
    /**
     * Begun and not finished: the provider is at work, or the call is to be made again.
     *
     * @param cursor what the provider finds its work by; empty when the change is to be asked for (again)
     * @param tries how many calls have failed in a row, each for a reason that may pass
     * @param due not to be called again before
     * @param begunAt when it was begun
     */
    record AtWork(Optional<String> cursor, int tries, Instant due, Instant begunAt) implements ChangeOutcome {}

    record Done(Duration took) implements ChangeOutcome {}

    /** @param message never holds a secret */
    record Failed(String message, String fix) implements ChangeOutcome {}

    default String json() {
        return ValueJson.write(
                switch (this) {
                    case AtWork at -> {
                        Value.Obj object = Value.obj(Map.of(
                                "is", Value.text("at_work"),
                                "tries", Value.num(at.tries()),
                                "due", Value.num(at.due().toEpochMilli()),
                                "begunAt", Value.num(at.begunAt().toEpochMilli())));
                        yield at.cursor()
                                .map(text -> object.with("cursor", Value.text(text)))
                                .orElse(object);
                    }
                    case Done(Duration took) ->
                        Value.obj(Map.of("is", Value.text("done"), "tookMillis", Value.num(took.toMillis())));
                    case Failed(String message, String fix) ->
                        Value.obj(Map.of(
                                "is", Value.text("failed"),
                                "message", Value.text(message),
                                "fix", Value.text(fix)));
                });
    }

    /** @throws IllegalArgumentException when the text is not what {@link #json} gives; names the field */
    static ChangeOutcome read(String json) {
        JsonFields fields = JsonFields.parse(json);
        return switch (fields.text("is")) {
            case "at_work" ->
                new AtWork(
                        fields.optionalText("cursor"),
                        Math.toIntExact(fields.number("tries")),
                        Instant.ofEpochMilli(fields.number("due")),
                        Instant.ofEpochMilli(fields.number("begunAt")));
            case "done" -> new Done(Duration.ofMillis(fields.number("tookMillis")));
            case "failed" -> new Failed(fields.text("message"), fields.text("fix"));
            default -> throw new IllegalArgumentException("the field 'is' is '" + fields.text("is") + "'");
        };
    }
}

package dev.nanokit.engine.plan;

import dev.nanokit.engine.value.Value;
import dev.nanokit.engine.value.ValueJson;
import java.util.stream.Collectors;

/** Values as people may see them in a plan: no secret, not even its digest. */
public final class Shown {
    public static final String SENSITIVE = "(sensitive)";
    public static final String KNOWN_AFTER_APPLY = "(known after apply)";

    private Shown() {}

    /** A value in one line: text without quotes, lists in brackets, {@code (none)} for nothing. */
    public static String line(Value value) {
        return switch (value) {
            case Value.Null ignored -> "(none)";
            case Value.Seq seq -> seq.items().stream().map(Shown::line).collect(Collectors.joining(", ", "[", "]"));
            case Value.Obj object ->
                object.fields().entrySet().stream()
                        .map(field -> field.getKey() + ": " + line(field.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            default -> leaf(value);
        };
    }

    /** The field's values in one line: {@code nginx:1.26 → nginx:1.27}. */
    public static String line(FieldChange field) {
        return side(field.before(), field.sensitive()) + " → " + side(field.after(), field.sensitive());
    }

    /** One side of a field in one line. */
    public static String side(Value value, boolean sensitive) {
        boolean shows = !sensitive || value instanceof Value.Null || value instanceof Value.Unknown;
        return shows ? line(value) : SENSITIVE;
    }

    static String leaf(Value value) {
        return switch (value) {
            case Value.Text text -> text.value();
            case Value.Hidden ignored -> SENSITIVE;
            case Value.Unknown ignored -> KNOWN_AFTER_APPLY;
            case Value.Ref ignored -> KNOWN_AFTER_APPLY;
            case Value.Template ignored -> KNOWN_AFTER_APPLY;
            default -> ValueJson.write(value);
        };
    }
}

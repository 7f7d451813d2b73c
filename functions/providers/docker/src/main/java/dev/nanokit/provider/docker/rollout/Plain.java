package dev.nanokit.provider.docker.rollout;

import dev.nanokit.engine.value.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Values with their secrets as text, for the engine's calls and for comparing with what the engine says. */
final class Plain {
    private Plain() {}

    static String text(Value value) {
        return switch (value) {
            case Value.Text text -> text.value();
            case Value.Hidden hidden -> hidden.secret().reveal();
            case Value.Num number -> number.value().toPlainString();
            case Value.Bool bool -> Boolean.toString(bool.value());
            default ->
                throw new IllegalArgumentException(
                        "no text: " + value.getClass().getSimpleName());
        };
    }

    static List<String> texts(Value value) {
        return value instanceof Value.Seq(List<Value> items)
                ? items.stream().map(Plain::text).toList()
                : List.of();
    }

    /** Equal for what means the same: secrets are texts, and what is empty is nothing. */
    static Value comparable(Value value) {
        return switch (value) {
            case Value.Hidden hidden -> Value.text(hidden.secret().reveal());
            case Value.Obj object -> comparable(object);
            case Value.Seq(List<Value> items) when items.isEmpty() -> Value.NULL;
            case Value.Seq(List<Value> items) ->
                Value.seq(items.stream().map(Plain::comparable).toList());
            default -> value;
        };
    }

    private static Value comparable(Value.Obj object) {
        Map<String, Value> fields = new TreeMap<>();
        object.fields().forEach((name, value) -> {
            if (!(comparable(value) instanceof Value.Null)) {
                fields.put(name, comparable(value));
            }
        });
        return fields.isEmpty() ? Value.NULL : Value.obj(fields);
    }
}

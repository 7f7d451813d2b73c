package dev.nanokit.provider.aws.reconcile;

import dev.nanokit.engine.value.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads specs, and brings what AWS answers into their shape. */
public final class Specs {
    private Specs() {}

    /** The texts of a list; empty where it is none. */
    public static List<String> texts(Value value) {
        return value instanceof Value.Seq(List<Value> items)
                ? items.stream()
                        .filter(Value.Text.class::isInstance)
                        .map(item -> ((Value.Text) item).value())
                        .toList()
                : List.of();
    }

    /** A whole number. Throws {@link IllegalStateException} where the field holds none. */
    public static int number(Value.Obj spec, String field) {
        if (spec.get(field) instanceof Value.Num number) {
            return number.value().intValueExact();
        }
        throw new IllegalStateException(
                "field '" + field + "' is no number in " + spec.fields().keySet());
    }

    public static boolean isTrue(Value.Obj spec, String field) {
        return spec.get(field).equals(Value.bool(true));
    }

    /** What is there in the order of the wanted list; what that does not name stands at the end. */
    public static Value.Seq ordered(List<String> there, Value wanted) {
        Set<String> ordered = new LinkedHashSet<>(texts(wanted));
        ordered.retainAll(there);
        ordered.addAll(there.stream().sorted().toList());
        return Value.texts(List.copyOf(ordered));
    }

    /** AWS's text, or nothing where it answers none. */
    public static Value text(String text) {
        return text == null ? Value.NULL : Value.text(text);
    }

    public static Value num(Integer number) {
        return number == null ? Value.NULL : Value.num(number);
    }

    /** Those fields that the spec has too: what it does not ask for is AWS's own affair. */
    public static Value.Obj asked(Map<String, Value> there, Value.Obj spec) {
        Map<String, Value> asked = new TreeMap<>(there);
        asked.keySet().retainAll(spec.fields().keySet());
        return Value.obj(asked);
    }

    /** Whether an update has to bring this field. */
    public static boolean differs(Work work, Found current, String field) {
        return !work.spec().get(field).equals(current.spec().get(field));
    }
}

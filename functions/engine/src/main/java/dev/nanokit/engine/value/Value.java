package dev.nanokit.engine.value;

import dev.nanokit.engine.resource.ResourceKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A resource's spec or outputs: a JSON tree whose leaves may also be references to other resources' outputs, and
 * secrets. Immutable; equal trees are equal values whatever the order of their keys.
 */
public sealed interface Value {
    /** JSON's null. */
    record Null() implements Value {}

    record Bool(boolean value) implements Value {}

    record Num(BigDecimal value) implements Value {
        public Num {
            value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        }
    }

    record Text(String value) implements Value {}

    record Seq(List<Value> items) implements Value {
        public Seq {
            items = List.copyOf(items);
        }
    }

    /** Keys in natural order. */
    record Obj(Map<String, Value> fields) implements Value {
        public static final Obj EMPTY = new Obj(Map.of());

        public Obj {
            fields = Collections.unmodifiableMap(new TreeMap<>(fields));
        }

        /** The field's value, or {@link Null} where there is none. */
        public Value get(String field) {
            return fields.getOrDefault(field, NULL);
        }

        /** The field's text. Throws {@link IllegalStateException} when the field is missing or is not text. */
        public String text(String field) {
            if (get(field) instanceof Text text) {
                return text.value();
            }
            throw new IllegalStateException("field '" + field + "' is not text in " + fields.keySet());
        }

        public Obj with(String field, Value value) {
            Map<String, Value> copy = new TreeMap<>(fields);
            copy.put(field, value);
            return new Obj(copy);
        }

        public Obj without(String field) {
            Map<String, Value> copy = new TreeMap<>(fields);
            copy.remove(field);
            return new Obj(copy);
        }
    }

    /** An output of another resource; unknown until that one has been applied. */
    record Ref(ResourceKey resource, String output) implements Value {}

    /**
     * Text made of parts, some of which are references or secrets: a database URL, say. It becomes a {@link Secret} as
     * soon as one part is secret, else {@link Text}.
     */
    record Template(List<Value> parts) implements Value {
        public Template {
            parts = List.copyOf(parts);
        }
    }

    /** What will be known only after the resource it comes from has been applied. */
    record Unknown(Ref source) implements Value {}

    /** See {@link Secret}: a leaf that does not print. */
    record Hidden(Secret secret) implements Value {}

    Null NULL = new Null();

    static Text text(String value) {
        return new Text(value);
    }

    static Num num(long value) {
        return new Num(BigDecimal.valueOf(value));
    }

    static Num num(BigDecimal value) {
        return new Num(value);
    }

    static Bool bool(boolean value) {
        return new Bool(value);
    }

    static Seq seq(List<? extends Value> items) {
        return new Seq(new ArrayList<>(items));
    }

    static Seq seq(Value... items) {
        return new Seq(Arrays.asList(items));
    }

    static Seq texts(List<String> items) {
        return new Seq(items.stream().<Value>map(Text::new).toList());
    }

    static Obj obj(Map<String, ? extends Value> fields) {
        return new Obj(new TreeMap<>(fields));
    }

    static Ref ref(ResourceKey resource, String output) {
        return new Ref(resource, output);
    }

    static Template template(Value... parts) {
        return new Template(Arrays.asList(parts));
    }

    static Hidden hidden(Secret secret) {
        return new Hidden(secret);
    }
}

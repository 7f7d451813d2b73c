package dev.nanokit.provider;

import dev.nanokit.engine.value.Value;
import java.util.Map;
import java.util.TreeMap;

/** The fields of a spec under construction. */
public final class Fields {
    private final Map<String, Value> fields = new TreeMap<>();

    public Fields with(String name, Value value) {
        fields.put(name, value);
        return this;
    }

    public Fields with(String name, String text) {
        return with(name, Value.text(text));
    }

    public Value.Obj build() {
        return Value.obj(fields);
    }
}

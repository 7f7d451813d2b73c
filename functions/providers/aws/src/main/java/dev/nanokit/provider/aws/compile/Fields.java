package dev.nanokit.provider.aws.compile;

import dev.nanokit.engine.value.Value;
import java.util.Map;
import java.util.TreeMap;

/** The fields of a spec under construction. */
final class Fields {
    private final Map<String, Value> fields = new TreeMap<>();

    Fields with(String name, Value value) {
        fields.put(name, value);
        return this;
    }

    Fields with(String name, String text) {
        return with(name, Value.text(text));
    }

    Value.Obj build() {
        return Value.obj(fields);
    }
}

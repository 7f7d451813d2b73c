package dev.nanokit.engine.value;

import dev.nanokit.engine.resource.ResourceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads one value in the form of {@link ValueJson}. */
final class ValueReader {
    private final JsonParser in;

    private ValueReader(JsonParser in) {
        this.in = in;
    }

    static Value read(String json) {
        try (JsonParser parser = JsonText.parser(json)) {
            parser.nextToken();
            Value value = new ValueReader(parser).value();
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("text after the end of the JSON value");
            }
            return value;
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "not JSON at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr(),
                    e);
        }
    }

    private Value value() {
        if (in.currentToken() == null) {
            throw new IllegalArgumentException("expected a JSON value, not the end of the text");
        }
        return switch (in.currentToken()) {
            case VALUE_NULL -> Value.NULL;
            case VALUE_TRUE, VALUE_FALSE -> Value.bool(in.getBooleanValue());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Value.num(in.getDecimalValue());
            case VALUE_STRING -> Value.text(in.getString());
            case START_ARRAY -> Value.seq(items());
            case START_OBJECT -> object();
            default -> throw new IllegalArgumentException("expected a JSON value, not " + in.currentToken());
        };
    }

    private List<Value> items() {
        List<Value> items = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            items.add(value());
        }
        return items;
    }

    private Value object() {
        Map<String, Value> fields = new TreeMap<>();
        String tag = null;
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String key = in.currentName();
            in.nextToken();
            if (key.startsWith("$$")) {
                key = key.substring(1);
            } else if (key.startsWith("$")) {
                tag = key;
            }
            fields.put(key, value());
        }
        if (tag == null) {
            return Value.obj(fields);
        }
        if (fields.size() > 1) {
            throw new IllegalArgumentException("the key " + tag + " stands beside others");
        }
        return tagged(tag, fields.get(tag));
    }

    private static Value tagged(String tag, Value content) {
        return switch (tag) {
            case "$ref" -> ref(content);
            case "$unknown" -> new Value.Unknown(ref(content));
            case "$template" -> new Value.Template(parts(content));
            case "$secret" -> Value.hidden(secret(content));
            default -> throw new IllegalArgumentException("cannot read what stands under the key " + tag);
        };
    }

    private static List<Value> parts(Value content) {
        if (content instanceof Value.Seq parts) {
            return parts.items();
        }
        throw new IllegalArgumentException("a template is not a list of parts");
    }

    private static Value.Ref ref(Value content) {
        return Value.ref(ResourceKey.parse(text(content, "resource")), text(content, "output"));
    }

    private static Secret secret(Value content) {
        String source = text(content, "source");
        boolean sealed = content instanceof Value.Obj object && object.fields().containsKey("digest");
        return sealed ? Secret.sealed(source, text(content, "digest")) : Secret.reference(source);
    }

    private static String text(Value content, String field) {
        if (content instanceof Value.Obj object && object.get(field) instanceof Value.Text text) {
            return text.value();
        }
        throw new IllegalArgumentException("the field " + field + " is missing");
    }
}

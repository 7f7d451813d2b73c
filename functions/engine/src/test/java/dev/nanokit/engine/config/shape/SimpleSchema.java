package dev.nanokit.engine.config.shape;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Shapes of scalars as JSON Schema. */
final class SimpleSchema {
    private static final JsonMapper JSON = new JsonMapper();

    private SimpleSchema() {}

    static ObjectNode of(Shape.Simple simple) {
        ObjectNode schema = JSON.createObjectNode();
        return switch (simple) {
            case Shape.Text(Format format) -> text(schema, format);
            case Shape.Words words -> words(schema, words);
            case Shape.Choice choice -> choice(schema, choice);
            case Shape.Whole(int min, int max) ->
                schema.put("type", "integer").put("minimum", min).put("maximum", max);
            case Shape.Decimal(int max) ->
                schema.put("type", "number").put("exclusiveMinimum", 0).put("maximum", max);
            case Shape.Flag flag -> schema.put("type", "boolean");
        };
    }

    private static ObjectNode text(ObjectNode schema, Format format) {
        schema.put("type", "string").put("maxLength", Format.MAX_LENGTH);
        if (format.isAny()) {
            schema.put("minLength", 1);
        } else {
            schema.put("pattern", format.pattern().pattern());
        }
        schema.putArray("examples").add(format.example());
        return schema;
    }

    private static ObjectNode words(ObjectNode schema, Shape.Words words) {
        ArrayNode types = schema.putArray("type");
        types.add("string").add("number").add("boolean");
        if (!words.emptyAllowed()) {
            schema.put("minLength", 1).put("maxLength", Format.MAX_LENGTH);
        }
        return schema;
    }

    private static ObjectNode choice(ObjectNode schema, Shape.Choice choice) {
        ArrayNode options = schema.putArray("enum");
        choice.options().forEach(options::add);
        if (choice.numbersToo()) {
            choice.options().forEach(option -> options.add(Integer.parseInt(option)));
        }
        return schema;
    }
}

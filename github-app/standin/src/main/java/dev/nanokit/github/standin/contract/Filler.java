package dev.nanokit.github.standin.contract;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts into an answer whatever its description demands and the stand-in has no use for: addresses of other pages,
 * counts, flags. What is there already stays.
 */
final class Filler {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final JsonNode definitions;

    Filler(JsonNode definitions) {
        this.definitions = definitions;
    }

    JsonNode fill(JsonNode schema, JsonNode value) {
        JsonNode wanted = resolved(schema);
        if (value instanceof ArrayNode items) {
            ArrayNode filled = JSON.arrayNode();
            items.forEach(item -> filled.add(fill(wanted.path("items"), item)));
            return filled;
        }
        if (value instanceof ObjectNode fields) {
            fillObject(wanted, fields);
        }
        return value;
    }

    private void fillObject(JsonNode wanted, ObjectNode fields) {
        for (String many : new String[] {"anyOf", "oneOf"}) {
            if (wanted.has(many)) {
                fillObject(resolved(wanted.path(many).get(0)), fields);
            }
        }
        wanted.path("allOf").forEach(part -> fillObject(resolved(part), fields));
        JsonNode properties = wanted.path("properties");
        wanted.path("required").forEach(required -> {
            String name = required.stringValue();
            if (!fields.has(name)) {
                fields.set(name, make(resolved(properties.path(name)), name));
            }
        });
        properties.properties().forEach(property -> {
            if (fields.has(property.getKey())) {
                fields.set(property.getKey(), fill(property.getValue(), fields.get(property.getKey())));
            }
        });
    }

    private JsonNode make(JsonNode schema, String name) {
        if (nullable(schema)) {
            return JSON.nullNode();
        }
        if (schema.has("enum")) {
            return schema.path("enum").get(0);
        }
        return switch (schema.path("type").asString("object")) {
            case "string" -> JSON.stringNode(text(schema.path("format").asString(""), name));
            case "integer", "number" -> JSON.numberNode(1);
            case "boolean" -> JSON.booleanNode(false);
            case "array" -> JSON.arrayNode();
            default -> fill(schema, JSON.objectNode());
        };
    }

    private boolean nullable(JsonNode schema) {
        JsonNode type = schema.path("type");
        boolean ofTypes = type.isArray()
                && type.valueStream().anyMatch(one -> one.stringValue().equals("null"));
        boolean ofChoices = schema.path("anyOf").valueStream().anyMatch(this::isNull);
        return ofTypes || ofChoices;
    }

    private boolean isNull(JsonNode schema) {
        return resolved(schema).path("type").asString("").equals("null");
    }

    private static String text(String format, String name) {
        return switch (format) {
            case "uri" -> "https://github.example/" + name;
            case "date-time" -> "2026-01-01T00:00:00Z";
            default -> name;
        };
    }

    private JsonNode resolved(JsonNode schema) {
        JsonNode found = schema;
        while (found.has("$ref")) {
            found = definitions.required(found.path("$ref").stringValue().substring("#/$defs/".length()));
        }
        return found;
    }
}

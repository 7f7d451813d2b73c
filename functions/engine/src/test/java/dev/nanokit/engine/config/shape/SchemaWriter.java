package dev.nanokit.engine.config.shape;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the vocabulary as a JSON Schema, draft 2020-12. */
final class SchemaWriter {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String REFERENCE = "reference";

    /** Definitions in the order of their names. */
    private final Map<String, ObjectNode> definitions = new TreeMap<>();

    private SchemaWriter() {}

    static String json() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(new SchemaWriter().file()) + "\n";
    }

    /**
     * How a shape is to be read.
     *
     * @param partial as in an override
     * @param literal without references to variables
     */
    private record Mode(boolean partial, boolean literal) {}

    private ObjectNode file() {
        ObjectNode file = JSON.createObjectNode();
        file.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        file.put("$id", "urn:nanokit:schema:nanokit.yml:1");
        file.put("title", "nanokit.yml");
        file.put("description", "What is to be true for each environment of a project.");
        block(file, Vocabulary.FILE, new Mode(false, false));
        file.putObject("patternProperties").putObject("^" + Vocabulary.OWN_PREFIX);
        definitions.put(REFERENCE, reference());
        definitions.forEach(file.putObject("$defs")::set);
        return file;
    }

    private static ObjectNode reference() {
        ObjectNode reference = JSON.createObjectNode();
        reference.put("description", "Text with a reference to a variable: ${NAME} or ${NAME:-default}.");
        reference.put("type", "string");
        reference.put("pattern", "\\$\\{");
        return reference;
    }

    private ObjectNode of(Shape shape, Mode mode) {
        return switch (shape) {
            case Shape.Literal literal -> of(literal.inner(), new Mode(mode.partial(), true));
            case Shape.Secret secret -> of(secret.inner(), mode);
            case Shape.Partial partial ->
                nullable(of(partial.inner(), new Mode(true, mode.literal())), !mode.partial());
            case Shape.Simple simple -> nullable(simple(simple, mode), mode.partial());
            case Shape.Either either -> either(either, mode);
            case Shape.Items items -> nullable(items(items, mode), mode.partial() || items.emptyAllowed());
            case Shape.Named named -> nullable(named(named, mode), true);
            case Fields fields -> nullable(block(fields, mode), mode.partial() || !requiresKeys(fields));
        };
    }

    private static boolean requiresKeys(Fields fields) {
        return fields.fields().values().stream().anyMatch(Fields.Field::required);
    }

    private ObjectNode simple(Shape.Simple simple, Mode mode) {
        ObjectNode value = SimpleSchema.of(simple);
        return mode.literal() ? value : anyOf(value, ref(REFERENCE));
    }

    private ObjectNode either(Shape.Either either, Mode mode) {
        // Where a value may stand as well as a block, nothing is neither.
        ObjectNode second = either.second() instanceof Fields fields
                ? nullable(block(fields, mode), mode.partial())
                : of(either.second(), mode);
        return anyOf(of(either.first(), mode), second);
    }

    private ObjectNode items(Shape.Items items, Mode mode) {
        ObjectNode list = JSON.createObjectNode();
        list.put("type", "array");
        list.set("items", of(items.item(), new Mode(false, mode.literal())));
        if (!items.emptyAllowed()) {
            list.put("minItems", 1);
        }
        return list;
    }

    private ObjectNode named(Shape.Named named, Mode mode) {
        ObjectNode map = JSON.createObjectNode();
        map.put("type", "object");
        map.putObject("propertyNames").put("pattern", named.keys().pattern().pattern());
        map.set("additionalProperties", of(named.value(), mode));
        return map;
    }

    private ObjectNode block(Fields fields, Mode mode) {
        String name = fields.name() + (mode.partial() ? "Override" : "");
        if (!definitions.containsKey(name)) {
            definitions.put(name, JSON.createObjectNode());
            block(definitions.get(name), fields, mode);
        }
        return ref(name);
    }

    private void block(ObjectNode block, Fields fields, Mode mode) {
        block.put("type", "object");
        ArrayNode required = JSON.createArrayNode();
        Map<String, ObjectNode> properties = new LinkedHashMap<>();
        fields.fields().forEach((key, field) -> {
            ObjectNode property = JSON.createObjectNode();
            property.put("description", field.meaning());
            property.setAll(of(field.shape(), mode));
            properties.put(key, property);
            if (field.required() && !mode.partial()) {
                required.add(key);
            }
        });
        if (!required.isEmpty()) {
            block.set("required", required);
        }
        properties.forEach(block.putObject("properties")::set);
        block.put("additionalProperties", false);
    }

    private static ObjectNode nullable(ObjectNode schema, boolean nullable) {
        return nullable ? anyOf(schema, JSON.createObjectNode().put("type", "null")) : schema;
    }

    private static ObjectNode anyOf(ObjectNode one, ObjectNode other) {
        ObjectNode both = JSON.createObjectNode();
        ArrayNode options = both.putArray("anyOf");
        for (ObjectNode option : new ObjectNode[] {one, other}) {
            if (option.size() == 1 && option.has("anyOf")) {
                option.get("anyOf").forEach(inner -> add(options, inner));
            } else {
                add(options, option);
            }
        }
        return both;
    }

    private static void add(ArrayNode options, JsonNode option) {
        for (JsonNode there : options) {
            if (there.equals(option)) {
                return;
            }
        }
        options.add(option);
    }

    private static ObjectNode ref(String name) {
        return JSON.createObjectNode().put("$ref", "#/$defs/" + name);
    }
}

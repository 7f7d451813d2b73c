package dev.nanokit.engine.config.shape;

import dev.nanokit.engine.config.tree.Node;
import java.math.BigDecimal;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A tree of YAML as JSON sees it. */
public final class TreeJson {
    private static final JsonNodeFactory NODES = new JsonMapper().getNodeFactory();

    private TreeJson() {}

    public static JsonNode of(Node node) {
        return switch (node) {
            case Node.Scalar scalar -> scalar(scalar);
            case Node.Sequence sequence -> {
                ArrayNode array = NODES.arrayNode();
                sequence.items().forEach(item -> array.add(of(item)));
                yield array;
            }
            case Node.Mapping mapping -> {
                ObjectNode object = NODES.objectNode();
                mapping.entries().forEach((key, entry) -> object.set(key, of(entry.value())));
                yield object;
            }
            case Node.Opaque opaque -> throw new IllegalArgumentException("not readable: " + opaque);
        };
    }

    private static JsonNode scalar(Node.Scalar scalar) {
        return switch (scalar.kind()) {
            case NULL -> NODES.nullNode();
            case BOOLEAN -> NODES.booleanNode(Boolean.parseBoolean(scalar.text().toLowerCase(Locale.ROOT)));
            case TEXT -> NODES.stringNode(scalar.text());
            case INTEGER, DECIMAL -> NODES.numberNode(new BigDecimal(scalar.text()));
        };
    }
}

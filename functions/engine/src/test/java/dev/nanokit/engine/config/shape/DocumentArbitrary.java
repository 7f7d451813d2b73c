package dev.nanokit.engine.config.shape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Documents of the vocabulary's shapes, with a mistake here and there. */
public final class DocumentArbitrary {
    private static final JsonNodeFactory NODES = new JsonMapper().getNodeFactory();
    private static final int RIGHT = 120;

    private DocumentArbitrary() {}

    /** Most values are of the shape; some are anything else. */
    public static Arbitrary<JsonNode> of(Shape shape) {
        return Arbitraries.frequencyOf(Tuple.of(RIGHT, right(shape)), Tuple.of(1, anything()));
    }

    private static Arbitrary<JsonNode> right(Shape shape) {
        return switch (shape) {
            case Shape.Partial partial ->
                right(partial.inner()).injectNull(0.05).map(DocumentArbitrary::orNull);
            case Shape.Wrapped wrapped -> right(wrapped.inner());
            case Shape.Either either -> Arbitraries.oneOf(right(either.first()), right(either.second()));
            case Shape.Items items ->
                of(items.item())
                        .list()
                        .ofMinSize(items.emptyAllowed() ? 0 : 1)
                        .ofMaxSize(2)
                        .map(DocumentArbitrary::array);
            case Shape.Named named -> named(named);
            case Fields fields -> fields(fields);
            case Shape.Simple simple -> simple(simple);
        };
    }

    private static Arbitrary<JsonNode> simple(Shape.Simple simple) {
        return switch (simple) {
            case Shape.Text text ->
                Arbitraries.frequencyOf(
                        Tuple.of(40, texts(text.format().example(), "${VALUE}")),
                        Tuple.of(1, texts("a", "10.0.0.0/24", "5gb", "70%", "-x", "A")));
            case Shape.Words words -> Arbitraries.oneOf(texts("", "a", "16", "${A}"), numbers(), flags());
            case Shape.Choice choice -> Arbitraries.of(choice.options()).<JsonNode>map(NODES::stringNode);
            case Shape.Whole whole ->
                Arbitraries.frequencyOf(
                        Tuple.of(
                                40,
                                Arbitraries.integers()
                                        .between(whole.min(), whole.max())
                                        .map(NODES::numberNode)),
                        Tuple.of(1, numbers()));
            case Shape.Decimal decimal ->
                Arbitraries.frequencyOf(
                        Tuple.of(40, Arbitraries.of(0.5, 1.0, 2.25).map(NODES::numberNode)), Tuple.of(1, numbers()));
            case Shape.Flag flag -> flags();
        };
    }

    private static Arbitrary<JsonNode> fields(Fields fields) {
        List<Arbitrary<Map.Entry<String, JsonNode>>> entries = new ArrayList<>();
        fields.fields().forEach((key, field) -> entries.add(of(field.shape()).map(value -> Map.entry(key, value))));
        Arbitrary<String> mistake =
                Arbitraries.frequency(Tuple.of(60, ""), Tuple.of(1, "x-own"), Tuple.of(1, "nmae"), Tuple.of(1, "cidr"));
        return Arbitraries.subsetOf(entries)
                .ofMaxSize(4)
                .flatMap(chosen -> Combinators.combine(List.copyOf(chosen)).as(List::copyOf))
                .flatMap(chosen ->
                        Combinators.combine(mistake, Arbitraries.just(chosen)).as(DocumentArbitrary::object))
                .map(object -> withRequired(object, fields));
    }

    private static JsonNode object(String mistake, List<Map.Entry<String, JsonNode>> entries) {
        ObjectNode object = NODES.objectNode();
        entries.forEach(entry -> object.set(entry.getKey(), entry.getValue()));
        if (!mistake.isEmpty()) {
            object.put(mistake, 1);
        }
        return object;
    }

    private static JsonNode withRequired(JsonNode node, Fields fields) {
        ObjectNode object = (ObjectNode) node;
        if (object.size() != 4) {
            fields.fields().forEach((key, field) -> {
                if (field.required() && !object.has(key)) {
                    object.put(key, Examples.of(field.shape()));
                }
            });
        }
        return object;
    }

    private static Arbitrary<JsonNode> named(Shape.Named named) {
        Arbitrary<String> keys = Arbitraries.frequency(
                Tuple.of(60, "web"), Tuple.of(60, "orders-2"), Tuple.of(1, "Web"), Tuple.of(1, "a b"), Tuple.of(1, ""));
        return Arbitraries.maps(keys, of(named.value())).ofMaxSize(2).map(map -> {
            ObjectNode object = NODES.objectNode();
            new LinkedHashMap<>(map).forEach(object::set);
            return object;
        });
    }

    private static Arbitrary<JsonNode> anything() {
        return Arbitraries.oneOf(
                Arbitraries.just(NODES.nullNode()),
                flags(),
                numbers(),
                texts("", "yes", "8080", "a b", "$${x}", "${X:-1}"),
                Arbitraries.just(NODES.arrayNode()),
                Arbitraries.just(NODES.objectNode()));
    }

    private static Arbitrary<JsonNode> texts(String... texts) {
        return Arbitraries.of(texts).map(NODES::stringNode);
    }

    private static Arbitrary<JsonNode> numbers() {
        return Arbitraries.integers()
                .between(-1, 70_000)
                .withDistribution(net.jqwik.api.RandomDistribution.biased())
                .map(NODES::numberNode);
    }

    private static Arbitrary<JsonNode> flags() {
        return Arbitraries.of(true, false).map(NODES::booleanNode);
    }

    private static JsonNode array(List<JsonNode> items) {
        ArrayNode array = NODES.arrayNode();
        items.forEach(array::add);
        return array;
    }

    private static JsonNode orNull(JsonNode node) {
        return node == null ? NODES.nullNode() : node;
    }
}

package dev.nanokit.github.standin.contract;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** GitHub's published API description, of the operations that the stand-in serves. */
public final class Contract {
    private static final JsonMapper JSON = new JsonMapper();

    private final JsonNode document;
    private final List<Operation> operations = new ArrayList<>();
    private final Filler filler;
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
    private final Map<JsonNode, Schema> compiled = new ConcurrentHashMap<>();

    /** An operation, and what stands in the path for its parameters. */
    public record Match(Operation operation, Map<String, String> parameters) {}

    public Contract() {
        try (InputStream in = Contract.class.getResourceAsStream("github.json")) {
            this.document = JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        document.required("operations")
                .properties()
                .forEach(named -> operations.add(new Operation(named.getKey(), named.getValue())));
        this.filler = new Filler(document.required("$defs"));
    }

    public List<Operation> operations() {
        return List.copyOf(operations);
    }

    /** @param path as it was sent, still encoded */
    public Optional<Match> find(String method, String path) {
        for (Operation operation : operations) {
            Optional<Map<String, String>> parameters = operation.match(method, path);
            if (parameters.isPresent()) {
                return Optional.of(new Match(operation, parameters.get()));
            }
        }
        return Optional.empty();
    }

    /** The answer with what GitHub always says and nobody here reads. */
    public JsonNode filled(Operation operation, int status, JsonNode answer) {
        return operation
                .response(status)
                .map(schema -> filler.fill(schema, answer))
                .orElse(answer);
    }

    /** What is wrong with the value by the schema, each fault a sentence. */
    public List<String> faults(JsonNode schema, JsonNode value) {
        return compiled.computeIfAbsent(schema, this::compile).validate(value).stream()
                .map(Error::toString)
                .toList();
    }

    private Schema compile(JsonNode schema) {
        ObjectNode whole = ((ObjectNode) schema).deepCopy();
        whole.set("$defs", document.required("$defs"));
        return schemas.getSchema(whole);
    }
}

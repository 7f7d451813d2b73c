package dev.nanokit.github.standin.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/** Holds requests and answers against the description. */
public final class Conformance {
    private final Contract contract;

    public Conformance(Contract contract) {
        this.contract = contract;
    }

    /** @param body null when there is none */
    public List<String> ofRequest(Contract.Match match, Map<String, String> query, JsonNode body) {
        List<String> faults = new ArrayList<>();
        List<String> known = new ArrayList<>();
        for (JsonNode parameter : match.operation().parameters()) {
            String name = parameter.required("name").stringValue();
            boolean inPath = parameter.required("in").stringValue().equals("path");
            String value = inPath ? match.parameters().get(name) : query.get(name);
            known.add(name);
            if (value != null) {
                JsonNode schema = parameter.required("schema");
                contract.faults(schema, typed(schema, value)).forEach(fault -> faults.add("parameter " + name + fault));
            } else if (parameter.required("required").booleanValue()) {
                faults.add("parameter " + name + " is missing");
            }
        }
        query.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> faults.add("parameter " + name + " is not described"));
        faults.addAll(ofBody(match.operation(), body));
        return faults;
    }

    private List<String> ofBody(Operation operation, JsonNode body) {
        if (body == null) {
            return operation.bodyRequired() ? List.of("a body is missing") : List.of();
        }
        return operation
                .request()
                .map(schema -> contract.faults(schema, body))
                .orElse(List.of("a body is not described"));
    }

    /** A parameter's text as the type that it is to have. */
    private static JsonNode typed(JsonNode schema, String value) {
        String type = schema.path("type").asString("string");
        if (type.equals("integer") && value.matches("-?\\d{1,18}")) {
            return JsonNodeFactory.instance.numberNode(Long.parseLong(value));
        }
        if (type.equals("boolean") && (value.equals("true") || value.equals("false"))) {
            return BooleanNode.valueOf(value.equals("true"));
        }
        return StringNode.valueOf(value);
    }

    /** @param body null when there is none, or it is no JSON */
    public List<String> ofAnswer(Operation operation, int status, JsonNode body) {
        if (status >= 400) {
            return List.of();
        }
        if (!operation.describes(status)) {
            return List.of("status " + status + " is not described");
        }
        return operation
                .response(status)
                .map(schema -> body == null ? List.of("a body is missing") : contract.faults(schema, body))
                .orElse(List.of());
    }
}

package dev.nanokit.github.standin.web;

import dev.nanokit.github.standin.contract.Contract;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request that has been understood.
 *
 * @param body null when there is none
 * @param caller who asks
 */
record Ask(Contract.Match match, Map<String, String> query, JsonNode body, Caller caller) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<LinkedHashMap<String, Object>> FIELDS = new TypeReference<>() {};

    static Map<String, String> query(String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        if (raw != null && !raw.isEmpty()) {
            for (String pair : raw.split("&", -1)) {
                String[] parts = pair.split("=", 2);
                query.put(decode(parts[0]), parts.length > 1 ? decode(parts[1]) : "");
            }
        }
        return query;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    String path(String name) {
        return match.parameters().get(name);
    }

    long number(String name) {
        return Long.parseLong(path(name));
    }

    int count(String name, int otherwise) {
        return query.containsKey(name) ? Integer.parseInt(query.get(name)) : otherwise;
    }

    String fullName() {
        return path("owner") + "/" + path("repo");
    }

    Map<String, Object> fields() {
        return JSON.convertValue(body, FIELDS);
    }
}

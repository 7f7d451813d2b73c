package dev.nanokit.github.standin.web;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is answered.
 *
 * @param body maps and lists to be written as JSON, bytes as they are, or null
 */
record Reply(int status, Object body, Map<String, String> headers) {
    static Reply ok(Object body) {
        return new Reply(200, body, Map.of());
    }

    static Reply created(Object body) {
        return new Reply(201, body, Map.of());
    }

    static Reply refused(int status, String message) {
        return new Reply(
                status, Map.of("message", message, "documentation_url", "https://docs.github.com/rest"), Map.of());
    }

    static Reply missing() {
        return refused(404, "Not Found");
    }

    Reply with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Reply(status, body, all);
    }
}

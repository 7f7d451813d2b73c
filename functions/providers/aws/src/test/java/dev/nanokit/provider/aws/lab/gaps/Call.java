package dev.nanokit.provider.aws.lab.gaps;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request to AWS.
 *
 * @param parameters of a query API; empty for others
 */
record Call(String method, String path, String body, Map<String, String> parameters) {
    static Call of(String method, String path, String body) {
        Map<String, String> parameters = new TreeMap<>();
        if (body.startsWith("Action=")) {
            for (String pair : body.split("&", -1)) {
                String[] parts = pair.split("=", 2);
                parameters.put(decoded(parts[0]), decoded(parts[1]));
            }
        }
        return new Call(method, path, body, parameters);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** The action of a query API; empty for others. */
    String action() {
        return parameters.getOrDefault("Action", "");
    }

    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }
}

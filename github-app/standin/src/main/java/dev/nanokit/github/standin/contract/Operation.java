package dev.nanokit.github.standin.contract;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** One operation of GitHub's API, as its description has it. */
public final class Operation {
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    private final String id;
    private final JsonNode described;
    private final Pattern path;

    Operation(String id, JsonNode described) {
        this.id = id;
        this.described = described;
        this.path = pattern(described.required("path").stringValue());
    }

    /** Each parameter is one part of the path. */
    private static Pattern pattern(String template) {
        return Pattern.compile(
                PARAMETER.matcher(template).replaceAll(name -> "(?<" + group(name.group(1)) + ">[^/]+)"));
    }

    private static String group(String parameter) {
        return parameter.replace("_", "");
    }

    /** GitHub's name for it: {@code checks/create}. */
    public String id() {
        return id;
    }

    public boolean reads() {
        return method().equals("GET");
    }

    private String method() {
        return described.required("method").stringValue();
    }

    Optional<Map<String, String>> match(String asked, String encodedPath) {
        Matcher matcher = path.matcher(encodedPath);
        if (!method().equals(asked) || !matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        Matcher names = PARAMETER.matcher(described.required("path").stringValue());
        while (names.find()) {
            String value = matcher.group(group(names.group(1)));
            parameters.put(names.group(1), URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8));
        }
        return Optional.of(parameters);
    }

    JsonNode parameters() {
        return described.required("parameters");
    }

    boolean bodyRequired() {
        return described.required("bodyRequired").booleanValue();
    }

    Optional<JsonNode> request() {
        return described.optional("request").filter(JsonNode::isObject);
    }

    boolean describes(int status) {
        return described.required("responses").has(Integer.toString(status));
    }

    Optional<JsonNode> response(int status) {
        return described
                .required("responses")
                .optional(Integer.toString(status))
                .filter(JsonNode::isObject);
    }
}

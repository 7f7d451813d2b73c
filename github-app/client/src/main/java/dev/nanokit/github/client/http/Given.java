package dev.nanokit.github.client.http;

import dev.nanokit.github.api.GitHubException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import tools.jackson.databind.JsonNode;

/**
 * What must be in GitHub's answers. Where it is missing, or something else, GitHub was not understood; the message names
 * the field, and nothing of what is in it.
 */
public final class Given {
    private static final int BAD_GATEWAY = 502;

    private Given() {}

    /** @param path names of fields, each in the one before it */
    public static String text(JsonNode json, String... path) {
        JsonNode found = find(json, path);
        if (found.isString()) {
            return found.stringValue();
        }
        throw missing("text", path);
    }

    public static long number(JsonNode json, String... path) {
        JsonNode found = find(json, path);
        if (found.isIntegralNumber() && found.canConvertToLong()) {
            return found.longValue();
        }
        throw missing("whole number", path);
    }

    public static Instant time(JsonNode json, String... path) {
        try {
            return Instant.parse(text(json, path));
        } catch (DateTimeParseException e) {
            throw missing("time", path);
        }
    }

    static JsonNode list(JsonNode json) {
        if (json.isArray()) {
            return json;
        }
        throw notUnderstood("it is not a list");
    }

    private static JsonNode find(JsonNode json, String... path) {
        JsonNode found = json;
        for (String name : path) {
            found = found.path(name);
        }
        return found;
    }

    private static GitHubException missing(String what, String... path) {
        return notUnderstood("it has no " + what + " '" + String.join(".", path) + "'");
    }

    private static GitHubException notUnderstood(String why) {
        return new GitHubException("GitHub's answer was not understood: " + why, BAD_GATEWAY, null, null);
    }
}

package dev.nanokit.github.client.repository;

import dev.nanokit.github.api.CheckRun;
import dev.nanokit.github.api.CheckRun.Annotation;
import dev.nanokit.github.api.CheckRun.Conclusion;
import dev.nanokit.github.api.CheckRun.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A check run as GitHub's API has it: the names and values of the request, in an order that is always the same. */
public final class CheckJson {
    private CheckJson() {}

    /** The whole check in one request. GitHub takes at most 50 annotations in one, so the client sends more in several. */
    public static Map<String, Object> whole(CheckRun check) {
        return toCreate(check, check.annotations());
    }

    static Map<String, Object> toCreate(CheckRun check, List<Annotation> annotations) {
        Map<String, Object> json = toUpdate(check, annotations);
        json.put("head_sha", check.headSha());
        return json;
    }

    /** The actions are there always: left out, those of before would stay. */
    static Map<String, Object> toUpdate(CheckRun check, List<Annotation> annotations) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", check.name());
        json.put("external_id", check.externalId());
        check.detailsUrl().ifPresent(url -> json.put("details_url", url));
        json.put("status", word(check.status()));
        check.conclusion().ifPresent(conclusion -> json.put("conclusion", settable(conclusion)));
        json.put("output", output(check, annotations));
        json.put("actions", check.actions().stream().map(CheckJson::action).toList());
        return json;
    }

    /** Stale is what GitHub alone may call a check. */
    private static String settable(Conclusion conclusion) {
        return word(conclusion == Conclusion.STALE ? Conclusion.NEUTRAL : conclusion);
    }

    private static Map<String, Object> output(CheckRun check, List<Annotation> annotations) {
        Map<String, Object> output = new LinkedHashMap<>();
        output.put("title", check.title());
        output.put("summary", check.summary());
        output.put("text", check.text());
        if (!annotations.isEmpty()) {
            output.put("annotations", annotations.stream().map(CheckJson::json).toList());
        }
        return output;
    }

    private static Map<String, Object> json(Annotation annotation) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("path", annotation.path());
        json.put("start_line", annotation.startLine());
        json.put("end_line", annotation.endLine());
        json.put("annotation_level", word(annotation.level()));
        json.put("title", annotation.title());
        json.put("message", annotation.message());
        return json;
    }

    private static Map<String, Object> action(CheckRun.Action action) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("label", action.label());
        json.put("description", action.description());
        json.put("identifier", action.identifier());
        return json;
    }

    static Annotation annotation(JsonNode json) {
        return new Annotation(
                json.path("path").asString(""),
                json.path("start_line").asInt(0),
                json.path("end_line").asInt(0),
                level(json.path("annotation_level").asString("")),
                json.path("title").asString(""),
                json.path("message").asString(""));
    }

    private static Level level(String word) {
        return switch (word) {
            case "failure" -> Level.FAILURE;
            case "warning" -> Level.WARNING;
            default -> Level.NOTICE;
        };
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

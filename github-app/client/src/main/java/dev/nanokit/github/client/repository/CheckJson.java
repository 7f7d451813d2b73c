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

/** A check run as GitHub's API has it. */
final class CheckJson {
    private CheckJson() {}

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
        return Map.of(
                "path", annotation.path(),
                "start_line", annotation.startLine(),
                "end_line", annotation.endLine(),
                "annotation_level", word(annotation.level()),
                "title", annotation.title(),
                "message", annotation.message());
    }

    private static Map<String, String> action(CheckRun.Action action) {
        return Map.of("label", action.label(), "description", action.description(), "identifier", action.identifier());
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

package dev.nanokit.github.client.http;

import dev.nanokit.github.api.GitHubException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Puts in words why GitHub did not do what it was asked: what was asked, the status, and GitHub's own reasons. */
public final class Refusal {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST = 500;

    private Refusal() {}

    public static GitHubException of(Request request, Answer answer) {
        return new GitHubException(
                "GitHub answered " + request + " with " + answer.status() + reasons(answer),
                answer.status(),
                null,
                null);
    }

    private static String reasons(Answer answer) {
        List<String> reasons = new ArrayList<>();
        try {
            JsonNode body = JSON.readTree(answer.text());
            body.path("message").asStringOpt().ifPresent(reasons::add);
            body.path("errors").forEach(error -> reasons.add(reason(error)));
        } catch (JacksonException e) {
            reasons.add("a body that isn't JSON");
        }
        String text = reasons.stream().filter(reason -> !reason.isBlank()).collect(Collectors.joining("; "));
        return text.isEmpty() ? "" : ": " + text.substring(0, Math.min(LONGEST, text.length()));
    }

    /** GitHub gives a sentence, or an object that names what is wrong with which field. */
    private static String reason(JsonNode error) {
        if (error.isString()) {
            return error.stringValue();
        }
        return List.of("resource", "field", "code", "message").stream()
                .flatMap(name -> error.path(name).asStringOpt().stream())
                .collect(Collectors.joining(" "));
    }
}

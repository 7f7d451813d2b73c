package dev.nanokit.github.client.repository;

import dev.nanokit.github.api.Repository.DeploymentState;
import dev.nanokit.github.client.http.Api;
import dev.nanokit.github.client.http.Given;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Deployments: what the repository's Environments tab shows. */
final class Deployments {
    /** GitHub takes no longer descriptions of a state. */
    private static final int LONGEST = 140;

    private final Library library;
    private final Api api;
    private final String path;
    private final Repeats repeats;
    private final Authorship authorship;

    Deployments(Library library, Api api, String repository, Repeats repeats, Authorship authorship) {
        this.library = library;
        this.api = api;
        this.path = "/repos/" + repository + "/deployments";
        this.repeats = repeats;
        this.authorship = authorship;
    }

    /** Asks for no check to have passed, as Nanokit decides that, and for the base not to be merged into the commit. */
    long create(String sha, String environment, String description) {
        Instant start = repeats.start();
        return repeats.once(
                () -> Library.call(() -> library.repository()
                                .createDeployment(sha)
                                .environment(environment)
                                .description(cut(description))
                                .autoMerge(false)
                                .requiredContexts(List.of())
                                .create())
                        .getId(),
                () -> newest(sha, environment, description, start));
    }

    Optional<Long> find(String sha, String environment, String description) {
        return newest(sha, environment, description, Instant.EPOCH);
    }

    /** GitHub lists the newest first. */
    private Optional<Long> newest(String sha, String environment, String description, Instant since) {
        String query = "?per_page=100&sha=" + Api.part(sha) + "&environment=" + Api.part(environment);
        return api.listWhile(path + query, json -> !madeAt(json).isBefore(since)).stream()
                .filter(json -> json.path("description").asString("").equals(cut(description)))
                .filter(json -> authorship.ours(json, "creator"))
                .findFirst()
                .map(json -> Given.number(json, "id"));
    }

    private static Instant madeAt(JsonNode json) {
        return Given.time(json, "created_at");
    }

    void status(long deployment, DeploymentState state, String description, Optional<String> logUrl) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("state", state.name().toLowerCase(Locale.ROOT));
        body.put("description", cut(description));
        logUrl.ifPresent(url -> body.put("log_url", url));
        repeats.repeat(() -> api.post(path + "/" + deployment + "/statuses", body));
    }

    private static String cut(String description) {
        return description.length() <= LONGEST ? description : description.substring(0, LONGEST - 1) + "…";
    }
}

package dev.nanokit.github.client.repository;

import dev.nanokit.github.api.AppIdentity;
import dev.nanokit.github.api.GitHubException;
import dev.nanokit.github.api.Issues;
import dev.nanokit.github.client.http.Api;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** The issues of a repository that the App has opened, over GitHub's REST API. */
final class IssueClient implements Issues {
    private static final int UNPROCESSABLE = 422;

    private final Api api;
    private final String path;
    private final Repeats repeats;
    private final Authorship authorship;
    private final Supplier<AppIdentity> app;

    IssueClient(Api api, String repository, Repeats repeats, Authorship authorship, Supplier<AppIdentity> app) {
        this.api = api;
        this.path = "/repos/" + repository + "/issues";
        this.repeats = repeats;
        this.authorship = authorship;
        this.app = app;
    }

    @Override
    public int create(String title, String body) {
        Instant start = repeats.start();
        return repeats.once(
                () -> number(api.post(path, Map.of("title", title, "body", body))),
                () -> newest(json -> json.path("body").asString("").strip().equals(body.strip())
                        && !Instant.parse(json.required("created_at").stringValue())
                                .isBefore(start)));
    }

    @Override
    public void update(int number, String title, String body) {
        repeats.repeat(() -> api.patch(path + "/" + number, Map.of("title", title, "body", body, "state", "open")));
    }

    @Override
    public void close(int number) {
        repeats.repeat(() -> api.patch(path + "/" + number, Map.of("state", "closed", "state_reason", "completed")));
    }

    @Override
    public Optional<Integer> find(String marker) {
        return newest(json -> json.path("body").asString("").contains(marker));
    }

    /** GitHub lists the newest first, and pull requests among them. */
    private Optional<Integer> newest(Predicate<JsonNode> wanted) {
        return ours().stream()
                .filter(json -> !json.has("pull_request"))
                .filter(wanted.and(json -> authorship.ours(json, "user")))
                .findFirst()
                .map(IssueClient::number);
    }

    /** A server that knows no App by that name as an author refuses; then all issues are looked through. */
    private List<JsonNode> ours() {
        String all = path + "?state=all&per_page=100";
        try {
            return api.list(all + "&creator=" + Api.part(app.get().slug() + "[bot]"));
        } catch (GitHubException e) {
            if (e.status() != UNPROCESSABLE) {
                throw e;
            }
            return api.list(all);
        }
    }

    private static int number(JsonNode json) {
        return json.required("number").intValue();
    }
}

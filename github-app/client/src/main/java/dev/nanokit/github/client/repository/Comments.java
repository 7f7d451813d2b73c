package dev.nanokit.github.client.repository;

import dev.nanokit.github.client.http.Api;
import dev.nanokit.github.client.http.Given;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.kohsuke.github.GHIssueComment;
import org.kohsuke.github.ReactionContent;
import tools.jackson.databind.JsonNode;

/** Comments on pull requests, and reactions to them. */
final class Comments {
    private final Library library;
    private final Api api;
    private final String path;
    private final Repeats repeats;
    private final Authorship authorship;

    Comments(Library library, Api api, String repository, Repeats repeats, Authorship authorship) {
        this.library = library;
        this.api = api;
        this.path = "/repos/" + repository + "/issues/";
        this.repeats = repeats;
        this.authorship = authorship;
    }

    long create(int pullRequest, String body) {
        Instant start = repeats.start();
        return repeats.once(
                () -> Library.call(() -> library.issue(pullRequest).comment(body))
                        .getId(),
                () -> newest(pullRequest, "&since=" + start, json -> same(json, body) && madeSince(json, start)));
    }

    void update(long id, String body) {
        repeats.repeat(() -> Library.call(() -> {
            GHIssueComment comment = library.comment(id);
            comment.update(body);
            return comment;
        }));
    }

    /** The newest, should there be several. */
    Optional<Long> find(int pullRequest, String marker) {
        return newest(pullRequest, "", json -> json.path("body").asString("").contains(marker));
    }

    void react(long comment, String reaction) {
        ReactionContent content = ReactionContent.forContent(reaction);
        if (content == null) {
            throw new IllegalArgumentException("GitHub has no reaction " + reaction);
        }
        repeats.repeat(() -> Library.call(() -> library.comment(comment).createReaction(content)));
    }

    private Optional<Long> newest(int pullRequest, String query, Predicate<JsonNode> wanted) {
        List<JsonNode> comments = api.list(path + pullRequest + "/comments?per_page=100" + query);
        return comments.reversed().stream()
                .filter(wanted.and(json -> authorship.ours(json, "user")))
                .map(json -> Given.number(json, "id"))
                .findFirst();
    }

    private static boolean same(JsonNode json, String body) {
        return json.path("body").asString("").strip().equals(body.strip());
    }

    private static boolean madeSince(JsonNode json, Instant start) {
        return !Given.time(json, "created_at").isBefore(start);
    }
}

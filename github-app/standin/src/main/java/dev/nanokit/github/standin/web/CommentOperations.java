package dev.nanokit.github.standin.web;

import dev.nanokit.github.standin.world.Comments.Comment;
import dev.nanokit.github.standin.world.Hub;
import dev.nanokit.github.standin.world.Repo;
import dev.nanokit.github.standin.world.Views;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Comments on pull requests, and reactions to them. */
final class CommentOperations {
    private static final int LONGEST = 65_536;

    private final App app;
    private final Hub hub;

    CommentOperations(App app, Hub hub) {
        this.app = app;
        this.hub = hub;
    }

    void addTo(Operations operations) {
        operations.inRepository("issues/create-comment", this::create);
        operations.inRepository("issues/list-comments", this::list);
        operations.inRepository("issues/update-comment", known(this::update));
        operations.inRepository("reactions/create-for-issue-comment", known(this::react));
    }

    private static BiFunction<Repo, Ask, Reply> known(BiFunction<Comment, Ask, Reply> handler) {
        return (repo, ask) -> repo.comments()
                .find(ask.number("comment_id"))
                .map(comment -> handler.apply(comment, ask))
                .orElseGet(Reply::missing);
    }

    private Reply create(Repo repo, Ask ask) {
        int number = (int) ask.number("issue_number");
        if (repo.pull(number).isEmpty() && repo.issue(number).isEmpty()) {
            return Reply.missing();
        }
        String body = body(ask);
        if (body.length() > LONGEST) {
            return tooLong();
        }
        long id = repo.comments().add(number, hub.account(app.bot()), body, true);
        return Reply.created(view(repo.comments().find(id).orElseThrow()));
    }

    private Reply update(Comment comment, Ask ask) {
        if (body(ask).length() > LONGEST) {
            return tooLong();
        }
        comment.body(body(ask));
        return Reply.ok(view(comment));
    }

    private static Reply tooLong() {
        return Reply.refused(422, "Validation Failed: body is too long (maximum is 65536 characters)");
    }

    private static String body(Ask ask) {
        return ask.body().path("body").asString("");
    }

    private Reply list(Repo repo, Ask ask) {
        Instant since = Instant.parse(ask.query().getOrDefault("since", "1970-01-01T00:00:00Z"));
        List<Comment> all = repo.comments().on((int) ask.number("issue_number")).stream()
                .filter(comment -> !comment.createdAt().isBefore(since))
                .toList();
        return Pages.of(ask, all, page -> page.stream().map(this::view).toList());
    }

    private Reply react(Comment comment, Ask ask) {
        String content = ask.body().path("content").asString("");
        boolean isNew = comment.react(content);
        Map<String, ?> body =
                Map.of("id", comment.id(), "content", content, "user", Views.user(hub.account(app.bot())));
        return isNew ? Reply.created(body) : Reply.ok(body);
    }

    private Map<String, ?> view(Comment comment) {
        Map<String, Object> view = new LinkedHashMap<>(Views.comment(comment));
        if (comment.byApp()) {
            view.put("performed_via_github_app", Map.of("id", app.id(), "slug", app.slug()));
        }
        return view;
    }
}

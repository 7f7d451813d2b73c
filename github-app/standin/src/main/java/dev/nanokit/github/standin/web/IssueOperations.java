package dev.nanokit.github.standin.web;

import dev.nanokit.github.standin.world.Hub;
import dev.nanokit.github.standin.world.Issue;
import dev.nanokit.github.standin.world.Repo;
import dev.nanokit.github.standin.world.Views;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Issues; as GitHub has it, pull requests are among them. */
final class IssueOperations {
    private static final int LONGEST = 65_536;
    private static final int LONGEST_TITLE = 256;

    private final App app;
    private final Hub hub;

    IssueOperations(App app, Hub hub) {
        this.app = app;
        this.hub = hub;
    }

    void addTo(Operations operations) {
        operations.inRepository("issues/create", this::create);
        operations.inRepository("issues/list-for-repo", this::list);
        operations.inRepository("issues/update", this::update);
    }

    private Reply create(Repo repo, Ask ask) {
        String title = ask.body().path("title").asString("");
        String body = ask.body().path("body").asString("");
        return isTooLong(title, body)
                ? tooLong()
                : Reply.created(view(repo.issue(hub.account(app.bot()), true, title, body)));
    }

    private Reply update(Repo repo, Ask ask) {
        return repo.issue((int) ask.number("issue_number"))
                .map(issue -> update(issue, ask.body()))
                .orElseGet(Reply::missing);
    }

    private Reply update(Issue issue, JsonNode wanted) {
        String title = wanted.path("title").asString(issue.title());
        String body = wanted.path("body").asString(issue.body());
        if (isTooLong(title, body)) {
            return tooLong();
        }
        if (wanted.has("title") || wanted.has("body")) {
            issue.write(title, body);
        }
        if (wanted.has("state")) {
            issue.state(
                    wanted.path("state").stringValue(),
                    wanted.path("state_reason").asString(""));
        }
        return Reply.ok(view(issue));
    }

    private static boolean isTooLong(String title, String body) {
        return title.length() > LONGEST_TITLE || body.length() > LONGEST;
    }

    private static Reply tooLong() {
        return Reply.refused(422, "Validation Failed: body is too long (maximum is 65536 characters)");
    }

    private Reply list(Repo repo, Ask ask) {
        String state = ask.query().getOrDefault("state", "open");
        String creator = ask.query().getOrDefault("creator", "");
        List<Issue> all = repo.issues().reversed().stream()
                .filter(issue -> state.equals("all") || issue.open() == state.equals("open"))
                .filter(issue -> creator.isEmpty() || issue.author().login().equals(creator))
                .toList();
        return Pages.of(ask, all, page -> page.stream().map(this::view).toList());
    }

    private Map<String, ?> view(Issue issue) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", issue.id());
        view.put("number", issue.number());
        view.put("state", issue.open() ? "open" : "closed");
        view.put("title", issue.title());
        view.put("body", issue.body());
        view.put("user", Views.user(issue.author()));
        view.put("created_at", issue.createdAt().toString());
        if (issue.byApp()) {
            view.put("performed_via_github_app", Map.of("id", app.id(), "slug", app.slug()));
        }
        return view;
    }
}

package dev.nanokit.github.standin.world;

import dev.nanokit.github.standin.world.Comments.Comment;
import java.util.LinkedHashMap;
import java.util.Map;

/** What there is, as GitHub's JSON has it: the fields that somebody reads. */
public final class Views {
    private Views() {}

    public static Map<String, ?> user(Account account) {
        return Map.of("id", account.id(), "login", account.login(), "type", account.type());
    }

    public static Map<String, ?> repository(Repo repo) {
        return Map.of(
                "id", repo.id(),
                "name", repo.name(),
                "full_name", repo.fullName(),
                "default_branch", repo.defaultBranch(),
                "owner", user(repo.owner()));
    }

    /** @param mergeable null while it isn't known */
    public static Map<String, ?> pull(Pull pull, Boolean mergeable) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", pull.number());
        view.put("number", pull.number());
        view.put("state", pull.open() ? "open" : "closed");
        view.put("draft", pull.draft());
        view.put("merged", pull.merged());
        view.put("mergeable", mergeable);
        view.put("mergeable_state", mergeable == null ? "unknown" : mergeable ? "clean" : "dirty");
        view.put("title", "Pull request " + pull.number());
        view.put("user", user(pull.author()));
        view.put("created_at", pull.createdAt().toString());
        view.put("head", end(pull.from(), pull.headBranch(), pull.headSha()));
        view.put(
                "base",
                end(
                        pull.repository(),
                        pull.baseBranch(),
                        pull.repository().head(pull.baseBranch()).orElse("")));
        return view;
    }

    private static Map<String, ?> end(Repo repo, String branch, String sha) {
        return Map.of(
                "label",
                repo.owner().login() + ":" + branch,
                "ref",
                branch,
                "sha",
                sha,
                "repo",
                repository(repo),
                "user",
                user(repo.owner()));
    }

    public static Map<String, ?> check(Check check) {
        Map<String, Object> output = new LinkedHashMap<>();
        for (String field : new String[] {"title", "summary", "text"}) {
            output.put(field, check.output(field).isEmpty() ? null : check.output(field));
        }
        output.put("annotations_count", check.annotations().size());
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", check.id());
        view.put("name", check.name());
        view.put("head_sha", check.headSha());
        view.put("external_id", check.text("external_id"));
        view.put("status", check.text("status"));
        view.put("conclusion", check.text("conclusion").isEmpty() ? null : check.text("conclusion"));
        view.put("details_url", check.text("details_url"));
        view.put("started_at", check.startedAt().toString());
        view.put(
                "completed_at",
                check.completedAt() == null ? null : check.completedAt().toString());
        view.put("output", output);
        return view;
    }

    public static Map<String, ?> comment(Comment comment) {
        return Map.of(
                "id", comment.id(),
                "body", comment.body(),
                "user", user(comment.author()),
                "created_at", comment.createdAt().toString());
    }
}

package dev.nanokit.github.flow.world;

import dev.nanokit.github.api.GitHubException;
import dev.nanokit.github.api.Issues;
import dev.nanokit.webhook.trigger.RepositoryRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The issues of the one repository; what befalls GitHub's other calls befalls these too. */
public final class FakeIssues implements Issues, Issues.Tracker {
    private final FakeGitHub github;
    private final List<Issue> issues = new ArrayList<>();
    private Optional<GitHubException> refusal = Optional.empty();

    /** An issue as it stands; null where somebody has deleted it. */
    public record Issue(int number, String title, String body, boolean open) {}

    public FakeIssues(FakeGitHub github) {
        this.github = github;
    }

    @Override
    public Issues of(RepositoryRef ref) {
        return this;
    }

    /** Every call is refused so, from now on. */
    public void refuse(int status, String why) {
        refusal = Optional.of(new GitHubException(why, status, null, null));
    }

    public List<Issue> all() {
        return issues.stream().filter(issue -> issue != null).toList();
    }

    public void closeByHand(int number) {
        Issue issue = issues.get(number - 1);
        issues.set(number - 1, new Issue(number, issue.title(), issue.body(), false));
    }

    public void deleteByHand(int number) {
        issues.set(number - 1, null);
    }

    private <T> T call(String what, Supplier<T> work) {
        return github.call(what, () -> {
            refusal.ifPresent(refused -> {
                throw refused;
            });
            return work.get();
        });
    }

    @Override
    public int create(String title, String body) {
        return call("createIssue", () -> {
            issues.add(new Issue(issues.size() + 1, title, body, true));
            return issues.size();
        });
    }

    @Override
    public void update(int number, String title, String body) {
        call("updateIssue", () -> set(number, new Issue(number, title, body, true)));
    }

    @Override
    public void close(int number) {
        call("closeIssue", () -> {
            closeByHand(number);
            return number;
        });
    }

    private Issue set(int number, Issue issue) {
        if (issues.get(number - 1) == null) {
            throw new GitHubException("This issue was deleted", 410, null, null);
        }
        return issues.set(number - 1, issue);
    }

    @Override
    public Optional<Integer> find(String marker) {
        return call(
                "findIssue",
                () -> all().stream()
                        .filter(issue -> issue.body().contains(marker))
                        .map(Issue::number)
                        .reduce((older, newer) -> newer));
    }
}

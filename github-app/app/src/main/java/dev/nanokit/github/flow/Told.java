package dev.nanokit.github.flow;

import dev.nanokit.webhook.trigger.RepositoryRef;
import dev.nanokit.webhook.trigger.Trigger;
import java.util.Optional;

/**
 * What a delivery tells of the head of a pull request or branch.
 *
 * @param what {@code #12} or {@code :main}
 * @param head {@link #CLOSED} where there is none to be worked on any more
 */
record Told(RepositoryRef ref, String what, String head) {
    static final String CLOSED = "";

    static Optional<Told> by(Trigger trigger) {
        return switch (trigger) {
            case Trigger.PullRequestChanged changed ->
                Optional.of(new Told(
                        changed.repository(),
                        pullRequest(changed.pullRequest().number()),
                        changed.pullRequest().headSha()));
            case Trigger.PullRequestClosed closed ->
                Optional.of(new Told(
                        closed.repository(), pullRequest(closed.pullRequest().number()), CLOSED));
            case Trigger.BranchPushed pushed ->
                Optional.of(new Told(pushed.repository(), branch(pushed.branch()), pushed.headSha()));
            default -> Optional.empty();
        };
    }

    /** What tells of the commit's head; nothing does of a merge queue's. */
    static Optional<String> what(Commit commit) {
        return switch (commit.origin()) {
            case CheckId.Origin.PullRequest(int number) -> Optional.of(pullRequest(number));
            case CheckId.Origin.Branch(String name) -> Optional.of(branch(name));
            case CheckId.Origin.Queue ignored -> Optional.empty();
        };
    }

    /** What becomes of an installation's repositories. */
    enum Repositories {
        ALL_REMOVED,
        THESE_REMOVED,
        GIVEN
    }

    static Repositories ofRepositories(Trigger.InstallationChanged installation) {
        return switch (installation.action()) {
            case "deleted", "suspend" -> Repositories.ALL_REMOVED;
            case "removed" -> Repositories.THESE_REMOVED;
            default -> Repositories.GIVEN;
        };
    }

    /** Whose turn it is to work on it. */
    String lane() {
        return LaneNames.in(ref, what);
    }

    private static String pullRequest(int number) {
        return "#" + number;
    }

    private static String branch(String name) {
        return ":" + name;
    }
}

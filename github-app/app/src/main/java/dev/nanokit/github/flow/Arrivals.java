package dev.nanokit.github.flow;

import dev.nanokit.github.flow.memory.RepositoryKey;
import dev.nanokit.webhook.trigger.RepositoryRef;
import dev.nanokit.webhook.trigger.Trigger;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What has arrived and is not handled yet: whatever waits for an older commit need not wait on. */
final class Arrivals {
    private static final String CLOSED = "";

    private final Map<String, String> heads = new ConcurrentHashMap<>();
    private final Set<Long> removed = ConcurrentHashMap.newKeySet();

    void note(Trigger trigger) {
        switch (trigger) {
            case Trigger.PullRequestChanged changed ->
                heads.put(
                        key(changed.repository(), changed.pullRequest().number()),
                        changed.pullRequest().headSha());
            case Trigger.PullRequestClosed closed ->
                heads.put(key(closed.repository(), closed.pullRequest().number()), CLOSED);
            case Trigger.BranchPushed pushed -> heads.put(key(pushed.repository(), pushed.branch()), pushed.headSha());
            case Trigger.InstallationChanged installation -> note(installation);
            default -> {}
        }
    }

    private void note(Trigger.InstallationChanged installation) {
        switch (installation.action()) {
            case "deleted", "suspend" -> removed.add(installation.installationId());
            default -> removed.remove(installation.installationId());
        }
    }

    /** Whether something has arrived after which nobody asks for the commit any more, as far as a delivery can tell. */
    boolean overtakes(Commit commit) {
        return removed.contains(commit.ref().installationId())
                || latest(commit).filter(head -> !head.equals(commit.sha())).isPresent();
    }

    /** What the newest delivery has said of the pull request or branch; to be kept while GitHub is asked. */
    Optional<String> said(Commit commit) {
        return latest(commit);
    }

    /** GitHub says that the commit is the head, whatever was said before. What has arrived meanwhile still counts. */
    void isCurrent(Commit commit, Optional<String> saidBefore) {
        Optional<String> key = key(commit);
        if (key.isPresent() && saidBefore.isPresent()) {
            heads.replace(key.get(), saidBefore.get(), commit.sha());
        }
    }

    boolean isRemoved(Commit commit) {
        return removed.contains(commit.ref().installationId());
    }

    private Optional<String> latest(Commit commit) {
        return key(commit).map(heads::get);
    }

    private static Optional<String> key(Commit commit) {
        return switch (commit.origin()) {
            case CheckId.Origin.PullRequest(int number) -> Optional.of(key(commit.ref(), number));
            case CheckId.Origin.Branch(String name) -> Optional.of(key(commit.ref(), name));
            case CheckId.Origin.Queue ignored -> Optional.empty();
        };
    }

    private static String key(RepositoryRef ref, Object what) {
        return RepositoryKey.of(ref) + "#" + what;
    }
}

package dev.nanokit.github.flow;

import dev.nanokit.github.flow.memory.RepositoryKey;
import dev.nanokit.webhook.trigger.RepositoryRef;
import dev.nanokit.webhook.trigger.Trigger;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Arrivals of this process, which forgets them with its end. */
final class ArrivalsHere implements Arrivals {
    private static final String CLOSED = "";

    private final Map<String, String> heads = new ConcurrentHashMap<>();
    private final Set<Long> removed = ConcurrentHashMap.newKeySet();
    private final Set<String> removedRepositories = ConcurrentHashMap.newKeySet();

    @Override
    public void note(Trigger trigger) {
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
            case "removed" -> removedRepositories.addAll(installation.repositories());
            default -> {
                removed.remove(installation.installationId());
                installation.repositories().forEach(removedRepositories::remove);
            }
        }
    }

    @Override
    public boolean overtakes(Commit commit) {
        return isRemoved(commit)
                || latest(commit).filter(head -> !head.equals(commit.sha())).isPresent();
    }

    @Override
    public Optional<String> said(Commit commit) {
        return latest(commit);
    }

    @Override
    public void isCurrent(Commit commit, Optional<String> saidBefore) {
        Optional<String> key = key(commit);
        if (key.isPresent() && saidBefore.isPresent()) {
            heads.replace(key.get(), saidBefore.get(), commit.sha());
        }
    }

    @Override
    public boolean isRemoved(Commit commit) {
        return removed.contains(commit.ref().installationId())
                || removedRepositories.contains(commit.ref().fullName());
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

package dev.nanokit.github.flow;

import dev.nanokit.github.flow.memory.ArrivalNotes;
import dev.nanokit.webhook.trigger.RepositoryRef;
import dev.nanokit.webhook.trigger.Trigger;
import java.util.Optional;

/** Arrivals as several processes share them. */
final class ArrivalsInTable implements Arrivals {
    private static final String CLOSED = "";

    private final ArrivalNotes notes;

    ArrivalsInTable(ArrivalNotes notes) {
        this.notes = notes;
    }

    @Override
    public void note(Trigger trigger) {
        switch (trigger) {
            case Trigger.PullRequestChanged changed ->
                keep(
                        changed.repository(),
                        pullRequest(changed.pullRequest().number()),
                        changed.pullRequest().headSha());
            case Trigger.PullRequestClosed closed ->
                keep(closed.repository(), pullRequest(closed.pullRequest().number()), CLOSED);
            case Trigger.BranchPushed pushed -> keep(pushed.repository(), branch(pushed.branch()), pushed.headSha());
            case Trigger.InstallationChanged installation ->
                notes.keepRemoved(installation.installationId(), isRemoval(installation));
            default -> {}
        }
    }

    static boolean isRemoval(Trigger.InstallationChanged installation) {
        return installation.action().equals("deleted") || installation.action().equals("suspend");
    }

    private void keep(RepositoryRef ref, String what, String head) {
        notes.keepHead(ref, what, head);
    }

    @Override
    public boolean overtakes(Commit commit) {
        return isRemoved(commit)
                || said(commit).filter(head -> !head.equals(commit.sha())).isPresent();
    }

    @Override
    public Optional<String> said(Commit commit) {
        return what(commit).flatMap(what -> notes.head(commit.ref(), what));
    }

    @Override
    public void isCurrent(Commit commit, Optional<String> saidBefore) {
        Optional<String> what = what(commit);
        if (what.isPresent() && saidBefore.isPresent()) {
            notes.correctHead(commit.ref(), what.get(), saidBefore.get(), commit.sha());
        }
    }

    @Override
    public boolean isRemoved(Commit commit) {
        return notes.isRemoved(commit.ref().installationId());
    }

    private static Optional<String> what(Commit commit) {
        return switch (commit.origin()) {
            case CheckId.Origin.PullRequest(int number) -> Optional.of(pullRequest(number));
            case CheckId.Origin.Branch(String name) -> Optional.of(branch(name));
            case CheckId.Origin.Queue ignored -> Optional.empty();
        };
    }

    private static String pullRequest(int number) {
        return "#" + number;
    }

    private static String branch(String name) {
        return ":" + name;
    }
}

package dev.nanokit.github.flow;

import dev.nanokit.github.flow.memory.WorkNotes;
import dev.nanokit.github.flow.memory.WorkNotes.Waiting;
import dev.nanokit.webhook.trigger.Trigger;

/** Ends the waiting of applies that nobody asks for any more, as soon as a delivery tells so. */
final class Overtaking {
    private static final String CLOSED = "";

    private final WorkNotes works;
    private final StageRuns runs;

    Overtaking(WorkNotes works, StageRuns runs) {
        this.works = works;
        this.runs = runs;
    }

    void by(Trigger trigger) {
        switch (trigger) {
            case Trigger.PullRequestChanged changed ->
                cancel(
                        changed.repository().installationId(),
                        LaneNames.ofPullRequest(
                                changed.repository(), changed.pullRequest().number()),
                        changed.pullRequest().headSha());
            case Trigger.PullRequestClosed closed ->
                cancel(
                        closed.repository().installationId(),
                        LaneNames.ofPullRequest(
                                closed.repository(), closed.pullRequest().number()),
                        CLOSED);
            case Trigger.BranchPushed pushed ->
                cancel(
                        pushed.repository().installationId(),
                        LaneNames.in(pushed.repository(), ":" + pushed.branch()),
                        pushed.headSha());
            case Trigger.InstallationChanged installation -> {
                if (ArrivalsInTable.isRemoval(installation)) {
                    cancel(installation.installationId(), "", CLOSED);
                }
            }
            default -> {}
        }
    }

    private void cancel(long installation, String turn, String head) {
        for (Waiting waiting : works.waiting(installation, turn)) {
            if (!waiting.sha().equals(head)) {
                runs.cancel(waiting.run());
            }
        }
    }
}

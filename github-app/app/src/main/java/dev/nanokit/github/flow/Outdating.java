package dev.nanokit.github.flow;

import dev.nanokit.github.flow.CheckId.Origin;
import dev.nanokit.github.flow.memory.Approval;
import dev.nanokit.github.flow.memory.CheckNote;
import dev.nanokit.github.flow.memory.CheckNotes;
import dev.nanokit.github.flow.memory.PullRequestNote;
import dev.nanokit.github.flow.memory.PullRequestNotes;
import dev.nanokit.github.flow.memory.ReplanNotes;
import dev.nanokit.github.flow.memory.ReplanNotes.Replan;
import dev.nanokit.state.EnvironmentId;
import dev.nanokit.webhook.trigger.PullRequestRef;
import java.util.Optional;

/** After an apply: finds the open pull requests whose plans are no longer what an apply would do, and writes them down. */
final class Outdating {
    private final FlowPorts ports;
    private final PullRequestNotes pullRequests;
    private final CheckNotes checks;
    private final ReplanNotes replans;

    Outdating(FlowPorts ports, PullRequestNotes pullRequests, CheckNotes checks, ReplanNotes replans) {
        this.ports = ports;
        this.pullRequests = pullRequests;
        this.checks = checks;
        this.replans = replans;
    }

    void after(Commit commit, Target target, EnvironmentId id, Order order) {
        Optional<String> base = base(commit);
        if (base.isEmpty()) {
            return;
        }
        long serial = ports.store().component(id, target.component()).serial();
        for (PullRequestRef other : commit.repository().openPullRequests(base.get())) {
            if (commit.origin().equals(new Origin.PullRequest(other.number()))) {
                continue;
            }
            for (CheckNote note : checks.of(commit.ref(), other.headSha())) {
                if (isOutdated(note, other, target, serial)) {
                    replans.add(
                            commit.ref(),
                            new Replan(other.number(), base.get(), other.headSha(), note.external(), order.what()));
                }
            }
        }
    }

    private Optional<String> base(Commit commit) {
        return switch (commit.origin()) {
            case Origin.PullRequest(int number) ->
                pullRequests.find(commit.ref(), number).map(PullRequestNote::base);
            case Origin.Branch(String name) -> Optional.of(name);
            case Origin.Queue(String name) -> Optional.of(name);
        };
    }

    /** One of the same component is, when the serial has moved on; one of another, when it waits for what is shared. */
    private static boolean isOutdated(CheckNote note, PullRequestRef other, Target target, long serial) {
        Optional<CheckId> id = CheckId.parse(note.external())
                .filter(it -> it.environment().equals(target.environment()))
                .filter(it -> it.origin().equals(new Origin.PullRequest(other.number())));
        if (id.isEmpty() || note.approval().isEmpty()) {
            return false;
        }
        Approval shown = note.approval().get();
        return id.get().component().equals(target.component())
                ? shown.serial() != serial
                : shown.digest().isEmpty();
    }
}

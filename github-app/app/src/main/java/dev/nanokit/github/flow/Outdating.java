package dev.nanokit.github.flow;

import dev.nanokit.github.flow.CheckId.Origin;
import dev.nanokit.github.flow.memory.PlannedNotes;
import dev.nanokit.github.flow.memory.PlannedNotes.Planned;
import dev.nanokit.github.flow.memory.PullRequestNotes;
import dev.nanokit.github.flow.memory.ReplanNotes;
import dev.nanokit.github.flow.memory.ReplanNotes.Replan;
import dev.nanokit.state.EnvironmentId;
import dev.nanokit.state.store.StateStore;

/**
 * After an apply: finds the open pull requests whose plans are no longer what an apply would do, and writes them down.
 * They may be against any branch, and in other repositories of the account.
 */
final class Outdating {
    private final StateStore store;
    private final PlannedNotes plans;
    private final PullRequestNotes pullRequests;
    private final ReplanNotes replans;

    Outdating(StateStore store, PlannedNotes plans, PullRequestNotes pullRequests, ReplanNotes replans) {
        this.store = store;
        this.plans = plans;
        this.pullRequests = pullRequests;
        this.replans = replans;
    }

    void after(Commit commit, Target target, EnvironmentId id, Order order) {
        long serial = store.component(id, target.component()).serial();
        for (Planned planned : plans.of(id)) {
            if (isNoLongerShown(planned)) {
                plans.forget(id, planned);
            } else if (isOutdated(planned, target, serial) && !isApplied(planned, commit, target)) {
                replans.add(replan(planned, id, commit, order));
            }
        }
    }

    private boolean isNoLongerShown(Planned planned) {
        return pullRequests
                .find(planned.ref(), planned.pullRequest())
                .filter(note -> !note.closed() && note.head().equals(planned.sha()))
                .isEmpty();
    }

    /** One of the same component is, when the serial has moved on; one of another, when it waits for what is shared. */
    private static boolean isOutdated(Planned planned, Target target, long serial) {
        return planned.component().equals(target.component())
                ? planned.approval().serial() != serial
                : planned.approval().digest().isEmpty();
    }

    /** What the check shows now is true again, whatever was written down meanwhile. */
    void isCurrent(Commit commit, Target target) {
        if (commit.origin() instanceof Origin.PullRequest(int number)) {
            replans.remove(new Replan(
                    commit.ref(), number, commit.sha(), commit.check(target).external(), ""));
        }
    }

    private static boolean isApplied(Planned planned, Commit commit, Target target) {
        return planned.ref().fullName().equals(commit.ref().fullName())
                && commit.origin().equals(new Origin.PullRequest(planned.pullRequest()))
                && planned.component().equals(target.component());
    }

    private static Replan replan(Planned planned, EnvironmentId id, Commit commit, Order order) {
        CheckId check =
                new CheckId(id.environment(), planned.component(), new Origin.PullRequest(planned.pullRequest()));
        boolean here = planned.ref().fullName().equals(commit.ref().fullName());
        return new Replan(
                planned.ref(),
                planned.pullRequest(),
                planned.sha(),
                check.external(),
                here ? order.what() : order.what() + " in " + commit.ref().fullName());
    }
}

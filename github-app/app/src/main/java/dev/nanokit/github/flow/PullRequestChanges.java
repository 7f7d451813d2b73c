package dev.nanokit.github.flow;

import dev.nanokit.github.api.Repository;
import dev.nanokit.github.flow.memory.PullRequestNote;
import dev.nanokit.github.flow.memory.PullRequestNotes;
import dev.nanokit.github.flow.memory.RunNote;
import dev.nanokit.github.report.CheckState;
import dev.nanokit.webhook.trigger.PullRequestRef;
import dev.nanokit.webhook.trigger.RepositoryRef;
import dev.nanokit.webhook.trigger.Trigger;
import dev.nanokit.webhook.trigger.Trigger.Change;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A pull request was opened, pushed to, reopened, made ready, given another base, or closed. Deliveries come late, twice
 * and in any order: where one tells another story than what is remembered, GitHub is asked.
 */
final class PullRequestChanges {
    private final FlowPorts ports;
    private final PullRequestNotes pullRequests;
    private final DeadRuns dead;
    private final PullRequestPlans plans;
    private final Arrivals arrivals;

    PullRequestChanges(
            FlowPorts ports, PullRequestNotes pullRequests, DeadRuns dead, PullRequestPlans plans, Arrivals arrivals) {
        this.ports = ports;
        this.pullRequests = pullRequests;
        this.dead = dead;
        this.plans = plans;
        this.arrivals = arrivals;
    }

    void changed(Trigger.PullRequestChanged trigger) throws InterruptedException {
        Repository repository = ports.github().repository(trigger.repository());
        Commit told = commit(trigger.repository(), repository, trigger.pullRequest());
        Optional<String> said = arrivals.said(told);
        Optional<PullRequestNote> note =
                pullRequests.find(trigger.repository(), trigger.pullRequest().number());
        Optional<PullRequestRef> current =
                note.isEmpty() ? Optional.of(trigger.pullRequest()) : current(repository, trigger, note.get());
        if (current.isPresent()) {
            arrivals.isCurrent(commit(trigger.repository(), repository, current.get()), said);
            plans.takeUp(trigger.repository(), current.get());
        }
    }

    private static Commit commit(RepositoryRef ref, Repository repository, PullRequestRef pullRequest) {
        return new Commit(ref, repository, pullRequest.headSha(), new CheckId.Origin.PullRequest(pullRequest.number()));
    }

    /** The head as it is now; empty where there is nothing to do about it. */
    private static Optional<PullRequestRef> current(
            Repository repository, Trigger.PullRequestChanged trigger, PullRequestNote note) {
        PullRequestRef told = trigger.pullRequest();
        if (note.closed() && !repository.readiness(told.number()).open()) {
            return Optional.empty();
        }
        if (isRemembered(note, told)) {
            boolean pushed = trigger.change() == Change.OPENED || trigger.change() == Change.SYNCHRONIZED;
            return pushed && note.roundDone() && !note.closed() ? Optional.empty() : Optional.of(told);
        }
        PullRequestRef now = repository.pullRequest(told.number());
        return isRemembered(note, now) && note.roundDone() && !note.closed() ? Optional.empty() : Optional.of(now);
    }

    private static boolean isRemembered(PullRequestNote note, PullRequestRef pullRequest) {
        return note.head().equals(pullRequest.headSha()) && note.base().equals(pullRequest.baseBranch());
    }

    /**
     * Its waits have been ended by its arrival, and an apply that has begun has come to its end before this, or has died.
     * What was merged is applied, or not, by the push to its base branch.
     */
    void closed(Trigger.PullRequestClosed trigger) {
        PullRequestRef told = trigger.pullRequest();
        Repository repository = ports.github().repository(trigger.repository());
        if (repository.readiness(told.number()).open()) {
            return;
        }
        String why = trigger.merged() ? "the pull request was merged" : "the pull request was closed";
        PullRequestNote note = pullRequests.change(
                trigger.repository(),
                told.number(),
                before -> before.orElseGet(() -> PullRequestNote.first(told.headSha(), told.baseBranch()))
                        .closed(trigger.merged()));
        Commit head = commit(trigger.repository(), repository, told);
        Set<String> cutShort = dead.clear(head, head.pullRequestLink(ports.settings()), why).stream()
                .map(RunNote::check)
                .collect(Collectors.toSet());
        plans.close(
                trigger.repository(),
                told.number(),
                note.head(),
                check -> cutShort.contains(check) ? new CheckState.CutShort(why) : new CheckState.Cancelled(why));
    }
}

package dev.nanokit.github.flow;

import dev.nanokit.github.api.GitHubException;
import dev.nanokit.github.flow.memory.CheckNote;
import dev.nanokit.github.flow.memory.PullRequestNote;
import dev.nanokit.github.flow.memory.PullRequestNotes;
import dev.nanokit.github.flow.memory.ReplanNotes;
import dev.nanokit.github.flow.memory.ReplanNotes.Replan;
import dev.nanokit.github.report.CheckState;
import dev.nanokit.webhook.log.JsonLog;
import dev.nanokit.webhook.trigger.PullRequestRef;
import dev.nanokit.webhook.trigger.RepositoryRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Marks the plans that another apply has put out of date, and makes them again. Of a pull request that is being worked
 * on just now it is left to whoever is at it.
 */
final class Replans {
    private final FlowPorts ports;
    private final Turns turns;
    private final ReplanNotes notes;
    private final PullRequestNotes pullRequests;
    private final PullRequestPlans plans;
    private final CheckReporter checks;
    private final PlanComment comment;

    Replans(
            FlowPorts ports,
            Turns turns,
            ReplanNotes notes,
            PullRequestNotes pullRequests,
            PullRequestPlans plans,
            CheckReporter checks,
            PlanComment comment) {
        this.ports = ports;
        this.turns = turns;
        this.notes = notes;
        this.pullRequests = pullRequests;
        this.plans = plans;
        this.checks = checks;
        this.comment = comment;
    }

    /**
     * Those of the repository that was worked on, and then those of others of the account. To be called by nobody who
     * has a turn.
     */
    void all(RepositoryRef workedOn) throws InterruptedException {
        Map<Boolean, List<Replan>> due = notes.all(workedOn.accountId()).stream()
                .collect(Collectors.partitioningBy(
                        replan -> replan.ref().fullName().equals(workedOn.fullName())));
        int begun = 0;
        for (Replan replan : due.get(true)) {
            inTurn(replan, begun++);
        }
        for (Replan replan : due.get(false)) {
            elsewhere(replan, begun++);
        }
    }

    /** What can't be done there now is done after a later trigger. */
    private void elsewhere(Replan replan, int before) throws InterruptedException {
        try {
            inTurn(replan, before);
        } catch (GitHubException e) {
            ports.log()
                    .write(
                            JsonLog.Level.WARN,
                            "not planned again",
                            Map.of("repository", replan.ref().fullName(), "error", String.valueOf(e.getMessage())));
        }
    }

    private void inTurn(Replan replan, int before) throws InterruptedException {
        boolean again = before < ports.settings().replans();
        turns.takeIfFree(LaneNames.ofPullRequest(replan.ref(), replan.pullRequest()), () -> one(replan, again));
    }

    private void one(Replan replan, boolean again) throws InterruptedException {
        RepositoryRef ref = replan.ref();
        Optional<PullRequestNote> note = pullRequests.find(ref, replan.pullRequest());
        boolean wanted = notes.find(replan).isPresent()
                && note.filter(it -> it.head().equals(replan.sha()) && !it.closed())
                        .isPresent();
        if (wanted) {
            PullRequestRef now = ports.github().repository(ref).pullRequest(replan.pullRequest());
            if (now.headSha().equals(replan.sha())) {
                replan(PullRequestView.of(ref, ports.github().repository(ref), now), note.get(), replan, again);
            }
        }
        notes.remove(replan);
    }

    private boolean isBeingMade(PullRequestView view, Target target) {
        return checks.note(view.commit(), target).filter(CheckNote::open).isPresent();
    }

    private void replan(PullRequestView view, PullRequestNote note, Replan replan, boolean again)
            throws InterruptedException {
        CheckId id = CheckId.parse(replan.external()).orElseThrow();
        List<Target> targets = view.survey().targets(Optional.of(id.environment())).stream()
                .filter(target -> target.component().equals(id.component()))
                .toList();
        for (Target target : targets) {
            if (!isBeingMade(view, target)) {
                checks.show(view.commit(), target, new CheckState.Outdated(replan.by()), note.round());
            }
        }
        if (again) {
            plans.plan(view, targets, note.approved(), "");
        } else {
            comment.update(view.commit());
        }
    }
}

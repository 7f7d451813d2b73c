package dev.nanokit.github.flow;

import dev.nanokit.github.flow.memory.CheckNote;
import dev.nanokit.github.flow.memory.PullRequestNote;
import dev.nanokit.github.flow.memory.PullRequestNotes;
import dev.nanokit.github.flow.memory.ReplanNotes;
import dev.nanokit.github.flow.memory.ReplanNotes.Replan;
import dev.nanokit.github.report.CheckState;
import dev.nanokit.webhook.trigger.PullRequestRef;
import dev.nanokit.webhook.trigger.RepositoryRef;
import java.util.List;
import java.util.Optional;

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

    Replans(
            FlowPorts ports,
            Turns turns,
            ReplanNotes notes,
            PullRequestNotes pullRequests,
            PullRequestPlans plans,
            CheckReporter checks) {
        this.ports = ports;
        this.turns = turns;
        this.notes = notes;
        this.pullRequests = pullRequests;
        this.plans = plans;
        this.checks = checks;
    }

    /** To be called by nobody who has a turn. */
    void all(RepositoryRef ref) throws InterruptedException {
        List<Replan> due = notes.all(ref);
        for (int i = 0; i < due.size(); i++) {
            Replan replan = due.get(i);
            boolean again = i < ports.settings().replans();
            turns.takeIfFree(LaneNames.ofPullRequest(ref, replan.pullRequest()), () -> one(ref, replan, again));
        }
    }

    private void one(RepositoryRef ref, Replan replan, boolean again) throws InterruptedException {
        Optional<PullRequestNote> note = pullRequests.find(ref, replan.pullRequest());
        boolean wanted = notes.find(ref, replan).isPresent()
                && note.filter(it -> it.head().equals(replan.sha()) && !it.closed())
                        .isPresent();
        if (wanted) {
            PullRequestRef now = ports.github().repository(ref).pullRequest(replan.pullRequest());
            if (now.headSha().equals(replan.sha())) {
                replan(PullRequestView.of(ref, ports.github().repository(ref), now), note.get(), replan, again);
            }
        }
        notes.remove(ref, replan);
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
        }
    }
}

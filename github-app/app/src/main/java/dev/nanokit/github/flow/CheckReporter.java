package dev.nanokit.github.flow;

import dev.nanokit.engine.plan.Plan;
import dev.nanokit.github.api.CheckRun;
import dev.nanokit.github.flow.CheckId.Origin;
import dev.nanokit.github.flow.memory.Approval;
import dev.nanokit.github.flow.memory.CheckNote;
import dev.nanokit.github.flow.memory.CheckNotes;
import dev.nanokit.github.flow.memory.PlannedNotes;
import dev.nanokit.github.flow.memory.PlannedNotes.Planned;
import dev.nanokit.github.report.CheckRenderer;
import dev.nanokit.github.report.CheckState;
import dev.nanokit.github.report.CheckSubject;
import dev.nanokit.github.report.PostedCheck;
import dev.nanokit.stages.ApplyResult;
import java.util.Optional;

/**
 * Shows checks at GitHub. Each is created once: that it will be is written down before, its id after, and where the id
 * was lost GitHub is asked for it.
 */
final class CheckReporter {
    private final CheckNotes notes;
    private final PlannedNotes plans;
    private final StandingChecks standing;
    private final FlowSettings settings;

    CheckReporter(CheckNotes notes, PlannedNotes plans, StandingChecks standing, FlowSettings settings) {
        this.notes = notes;
        this.plans = plans;
        this.standing = standing;
        this.settings = settings;
    }

    /** @param round the round of planning that is over for this check with this; empty text while it is not */
    PostedCheck show(Commit commit, Target target, CheckState state, String round) {
        return show(commit, target, render(commit, target, state), approval(state), round);
    }

    /** Shows a check whose words are known already. */
    PostedCheck show(Commit commit, Target target, CheckRun run, Optional<Approval> approval, String round) {
        String external = run.externalId();
        Optional<CheckNote> before = notes.find(commit.ref(), commit.sha(), external);
        CheckRun remarked = standing.remarked(commit, run);
        long id = post(commit, target, remarked, before);
        boolean open = run.status() != CheckRun.Status.COMPLETED;
        Optional<Approval> kept = approval.or(() -> open ? before.flatMap(CheckNote::approval) : Optional.empty());
        notes.keep(commit.ref(), commit.sha(), new CheckNote(external, id, target.named(), open, round, kept));
        keepPlan(commit, target, before.flatMap(CheckNote::approval), kept);
        standing.shown(commit, id, run, remarked);
        return new PostedCheck(run, Optional.of(url(settings, commit, id)));
    }

    /** So that whoever changes the environment finds it. */
    private void keepPlan(Commit commit, Target target, Optional<Approval> before, Optional<Approval> now) {
        if (!(commit.origin() instanceof Origin.PullRequest(int number)) || before.equals(now)) {
            return;
        }
        target.config()
                .map(config -> Inputs.id(commit, config, target.environment()))
                .ifPresent(id -> {
                    Planned planned = new Planned(
                            commit.ref(), number, commit.sha(), target.component(), now.orElse(Approval.NONE));
                    if (now.isPresent()) {
                        plans.keep(id, planned);
                    } else {
                        plans.forget(id, planned);
                    }
                });
    }

    CheckRun render(Commit commit, Target target, CheckState state) {
        Optional<String> whole =
                settings.planLinks().flatMap(links -> shownPlan(state).map(plan -> links.link(plan.id())));
        CheckSubject subject = target.subject(commit, whole);
        return CheckRenderer.render(subject, state);
    }

    Optional<CheckNote> note(Commit commit, Target target) {
        return notes.find(commit.ref(), commit.sha(), commit.check(target).external());
    }

    /** A check that was shown before, as it was. */
    PostedCheck posted(Commit commit, Target target, CheckRun run) {
        return new PostedCheck(run, url(commit, target));
    }

    /** Of the target's check; empty where GitHub has none yet. */
    Optional<String> url(Commit commit, Target target) {
        return note(commit, target).filter(CheckNote::isKnown).map(note -> url(settings, commit, note.run()));
    }

    static String url(FlowSettings settings, Commit commit, long check) {
        return settings.webUrl() + "/" + commit.ref().fullName() + "/runs/" + check;
    }

    private long post(Commit commit, Target target, CheckRun run, Optional<CheckNote> before) {
        Optional<Long> id = before.filter(CheckNote::isKnown).map(CheckNote::run);
        if (before.isPresent() && id.isEmpty()) {
            id = Optional.ofNullable(commit.repository().checks(commit.sha()).get(run.externalId()));
        }
        if (id.isPresent()) {
            commit.repository().updateCheck(id.get(), run);
            return id.get();
        }
        notes.keep(commit.ref(), commit.sha(), CheckNote.begun(run.externalId(), target.named()));
        return commit.repository().createCheck(run);
    }

    private static Optional<Plan> plan(CheckState state) {
        return switch (state) {
            case CheckState.Planned planned -> Optional.of(planned.plan());
            case CheckState.Finished(ApplyResult.Applied(Plan plan, var ignored), var places, var now) ->
                Optional.of(plan);
            case CheckState.Finished(ApplyResult.Stale(Plan plan), var places, var now) -> Optional.of(plan);
            case CheckState.Finished(ApplyResult.Guarded(Plan plan, var ignored), var places, var now) ->
                Optional.of(plan);
            case CheckState.Finished(ApplyResult.NotReady(Plan plan, var ignored), var places, var now) ->
                Optional.of(plan);
            default -> Optional.empty();
        };
    }

    /** The plan that a check of this state shows; of an apply that stopped on the way too. */
    static Optional<Plan> shownPlan(CheckState state) {
        return state instanceof CheckState.Finished(ApplyResult.Incomplete stopped, var places, var now)
                ? Optional.of(stopped.plan())
                : plan(state);
    }

    /** What is agreed to by whoever presses <em>Apply</em> on it. */
    static Optional<Approval> approval(CheckState state) {
        if (state instanceof CheckState.Finished(ApplyResult.Applied ignored, var places, var now)) {
            return Optional.empty();
        }
        return plan(state)
                .map(plan -> new Approval(
                        plan.blockedOn().isPresent() ? Optional.empty() : Optional.of(plan.digest()), plan.serial()));
    }
}

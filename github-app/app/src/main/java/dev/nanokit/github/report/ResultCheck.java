package dev.nanokit.github.report;

import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.source.Places;
import dev.nanokit.github.api.CheckRun.Action;
import dev.nanokit.github.api.CheckRun.Conclusion;
import dev.nanokit.github.report.markdown.Blocks;
import dev.nanokit.github.report.markdown.Inline;
import dev.nanokit.stages.ApplyResult;
import java.time.Instant;

/** The check of an apply that has ended. */
final class ResultCheck {
    private ResultCheck() {}

    static CheckContent of(CheckState.Finished finished, CheckSubject subject) {
        Places places = finished.places();
        return switch (finished.result()) {
            case ApplyResult.Applied applied -> applied(applied, subject);
            case ApplyResult.Blocked blocked -> blocked(blocked, finished.now(), subject);
            case ApplyResult.NotReady notReady -> notReady(notReady, subject);
            case ApplyResult.Stale stale -> stale(stale, places, subject);
            case ApplyResult.Guarded guarded -> guarded(guarded, places, subject);
            case ApplyResult.Incomplete incomplete -> IncompleteCheck.of(incomplete, places, subject);
        };
    }

    private static CheckContent applied(ApplyResult.Applied applied, CheckSubject subject) {
        Plan plan = applied.plan();
        Blocks blocks = new Blocks(Limits.CHECK_TEXT);
        blocks.add(
                plan.isEmpty()
                        ? "There was nothing to do: everything is as the file says."
                        : "Applied in " + Times.took(applied.took()) + ".");
        blocks.add(plan.isEmpty() ? "" : PlanSummary.counts(plan));
        blocks.add(PlanSummary.warnings(plan));
        blocks.add(PlanSummary.foot(plan, subject));
        String title = plan.isEmpty()
                ? "Nothing to apply"
                : "Applied " + Tally.of(plan).line();
        return CheckContent.done(Conclusion.SUCCESS, title + " · " + subject.environment(), blocks.text())
                .withText(PlanText.of(plan, subject))
                .withAnnotations(PlanAnnotations.of(plan.warnings()));
    }

    private static CheckContent blocked(ApplyResult.Blocked blocked, Instant now, CheckSubject subject) {
        Blocks blocks = new Blocks(Limits.CHECK_TEXT);
        blocks.add("The lock did not become free in time. Nothing was changed.");
        blocks.add(LockCheck.holders(blocked.by(), now));
        blocks.add(
                "**To go on,** press *Apply again* once that has ended. If it is stuck, press *Unlock* first, or comment "
                        + Inline.code(subject.command("unlock")) + ".");
        return CheckContent.done(
                Conclusion.FAILURE,
                "Still locked · " + subject.environment(),
                blocks.text(),
                Buttons.APPLY_AGAIN,
                Buttons.UNLOCK);
    }

    private static CheckContent notReady(ApplyResult.NotReady notReady, CheckSubject subject) {
        Blocks blocks = new Blocks(Limits.CHECK_TEXT);
        blocks.add("**" + Inline.prose(notReady.why()) + "**");
        blocks.add(
                "It did not get there in time. Nothing was changed. Apply the component that owns the infrastructure, and"
                        + " then press *Apply again*.");
        return CheckContent.done(
                        Conclusion.FAILURE,
                        PlanCheck.BEING_INITIALIZED + " · " + subject.environment(),
                        blocks.text(),
                        Buttons.APPLY_AGAIN,
                        Buttons.REPLAN)
                .withText(PlanText.of(notReady.plan(), subject));
    }

    /** The new plan is shown, and must be agreed to anew. */
    private static CheckContent stale(ApplyResult.Stale stale, Places places, CheckSubject subject) {
        Blocks blocks = new Blocks(Limits.CHECK_TEXT);
        blocks.add(
                "**What is there has changed since the plan was shown,** so it was not applied. Nothing was changed. Below"
                        + " is the plan as it is now.");
        blocks.add(PlanSummary.of(stale.plan(), subject));
        Action[] buttons = PlanCheck.of(stale.plan(), places, subject).actions().toArray(Action[]::new);
        return CheckContent.done(
                        Conclusion.ACTION_REQUIRED,
                        "The plan has changed: " + Tally.of(stale.plan()).line() + " · " + subject.environment(),
                        blocks.text(),
                        buttons)
                .withText(PlanText.of(stale.plan(), subject))
                .withAnnotations(PlanAnnotations.of(stale.plan(), places));
    }

    private static CheckContent guarded(ApplyResult.Guarded guarded, Places places, CheckSubject subject) {
        Blocks blocks = new Blocks(Limits.CHECK_TEXT);
        blocks.add("This would lose data, so nothing was changed.");
        blocks.add(PlanSummary.guards(guarded.plan()));
        blocks.add("**If that is meant,** comment " + Inline.code(subject.command("apply") + " --force")
                + ". If not, put it back into " + Inline.code(subject.file()) + " and push.");
        return CheckContent.done(
                        Conclusion.ACTION_REQUIRED,
                        "Would lose data, needs --force · " + subject.environment(),
                        blocks.text(),
                        Buttons.REPLAN)
                .withText(PlanText.of(guarded.plan(), subject))
                .withAnnotations(PlanAnnotations.of(guarded.plan(), places));
    }
}

package dev.nanokit.github.report;

import dev.nanokit.github.api.CheckRun;
import dev.nanokit.github.api.CheckRun.Conclusion;
import dev.nanokit.github.api.CheckRun.Status;
import dev.nanokit.github.report.markdown.Inline;

/** Renders checks: each state of a commit's way as GitHub is to show it, within GitHub's limits. */
public final class CheckRenderer {
    private CheckRenderer() {}

    public static CheckRun render(CheckSubject subject, CheckState state) {
        return content(subject, state).on(subject);
    }

    private static CheckContent content(CheckSubject subject, CheckState state) {
        return switch (state) {
            case CheckState.Planning ignored ->
                CheckContent.open(
                        Status.IN_PROGRESS,
                        "Planning · " + subject.environment(),
                        "Reading " + Inline.code(subject.file()) + ", and comparing it with what is there.");
            case CheckState.Planned planned -> PlanCheck.of(planned.plan(), planned.places(), subject);
            case CheckState.Invalid invalid -> ProblemCheck.invalid(invalid.problems(), subject);
            case CheckState.Unplannable(String message, String fix) -> ProblemCheck.unplannable(message, fix, subject);
            case CheckState.Removed ignored -> removed(subject);
            case CheckState.WaitingForApproval ignored -> waitingForApproval(subject);
            case CheckState.Refused(String reason) -> ProblemCheck.refused(reason, subject);
            case CheckState.WaitingForLock waiting -> LockCheck.waiting(waiting.by(), waiting.now(), subject);
            case CheckState.WaitingForShared(String why) -> LockCheck.waitingForShared(why, subject);
            case CheckState.Applying applying -> ProgressCheck.of(applying.progress(), applying.now(), subject);
            case CheckState.Finished finished -> ResultCheck.of(finished, subject);
            case CheckState.Outdated(String by) -> outdated(by, subject);
            case CheckState.Superseded(String newer) -> superseded(newer, subject);
            case CheckState.CutShort(String why) ->
                CheckContent.done(
                        Conclusion.FAILURE,
                        "Cut short · " + subject.environment(),
                        "The App ended while it applied this, and " + Inline.prose(why) + " before it could go on. What"
                                + " was done is recorded; what was half done is found and finished by the next apply of"
                                + " this environment. The locks are free again.");
            case CheckState.Cancelled(String why) ->
                CheckContent.done(
                        Conclusion.CANCELLED,
                        "Cancelled · " + subject.environment(),
                        "Cancelled: " + Listing.sentence(why) + " Nothing was changed.");
        };
    }

    private static CheckContent waitingForApproval(CheckSubject subject) {
        return CheckContent.done(
                Conclusion.ACTION_REQUIRED,
                "Waiting for a maintainer · " + subject.environment(),
                "Commit " + Inline.code(PlanSummary.shortSha(subject.headSha()))
                        + " comes from a fork. A plan reads the environment with this project's credentials, so somebody"
                        + " with write permission has to look at the commit first.\n\n**To plan it,** press *Plan this"
                        + " commit*, or comment " + Inline.code(subject.command("plan"))
                        + ". That is good for this commit alone: each further push needs it again.",
                Buttons.PLAN_FORK);
    }

    private static CheckContent removed(CheckSubject subject) {
        return CheckContent.done(
                Conclusion.NEUTRAL,
                "nanokit.yml is removed · " + subject.environment(),
                Inline.code(subject.file())
                        + " is not in this commit any more. That deletes nothing: what was applied by it stays, and"
                        + " Nanokit no longer looks after it.\n\n**To delete it,** comment "
                        + Inline.code(subject.command("destroy"))
                        + " before the file is gone from the base branch. **To give it another folder,** keep its"
                        + " component's name.");
    }

    /** GitHub keeps the conclusion <em>stale</em> to itself. */
    private static CheckContent outdated(String by, CheckSubject subject) {
        String cause = by.isEmpty() ? "Another apply" : "Another apply (" + Inline.prose(by) + ")";
        return CheckContent.done(
                Conclusion.ACTION_REQUIRED,
                "Out of date · " + subject.environment(),
                cause + " has changed this environment since the plan was made, so the plan is no longer what an apply"
                        + " would do. It is planned again by itself; if that does not happen, press *Re-plan*.",
                Buttons.REPLAN);
    }

    private static CheckContent superseded(String newer, CheckSubject subject) {
        return CheckContent.done(
                Conclusion.CANCELLED,
                "Superseded by " + PlanSummary.shortSha(newer) + " · " + subject.environment(),
                "A newer commit was pushed: " + Inline.code(PlanSummary.shortSha(newer))
                        + ". It is planned instead of this one. Nothing was changed.");
    }
}

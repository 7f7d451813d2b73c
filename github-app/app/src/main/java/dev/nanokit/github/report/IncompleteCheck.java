package dev.nanokit.github.report;

import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.source.Places;
import dev.nanokit.github.api.CheckRun.Conclusion;
import dev.nanokit.github.report.markdown.Blocks;
import dev.nanokit.github.report.markdown.Inline;
import dev.nanokit.stages.ApplyResult.Cause;
import dev.nanokit.stages.ApplyResult.Failure;
import dev.nanokit.stages.ApplyResult.Incomplete;
import java.util.List;

/** The check of an apply that stopped on the way: what is done, what failed and why, what is left, how to go on. */
final class IncompleteCheck {
    private IncompleteCheck() {}

    static CheckContent of(Incomplete result, Places places, CheckSubject subject) {
        Blocks blocks = new Blocks(Limits.CHECK_TEXT);
        blocks.add(cause(result));
        blocks.add(Listing.of(
                "**Failed:**",
                result.failed().stream().map(IncompleteCheck::failure).toList()));
        blocks.add(changes("**Done, and recorded:**", "✅ ", result.done()));
        blocks.add(changes("**Not begun:**", "⬜ ", result.left()));
        blocks.add(goOn(result, subject));
        blocks.add(PlanSummary.foot(result.plan(), subject));
        return CheckContent.done(
                        result.cause() == Cause.CANCELLED ? Conclusion.CANCELLED : Conclusion.FAILURE,
                        title(result, subject),
                        blocks.text(),
                        Buttons.APPLY_AGAIN,
                        Buttons.REPLAN)
                .withText(PlanText.of(result.plan(), subject))
                .withAnnotations(PlanAnnotations.ofFailures(result, places));
    }

    private static String title(Incomplete result, CheckSubject subject) {
        String done = result.done().size() + " of " + result.plan().changes().count() + " applied";
        String failed = result.failed().isEmpty() ? "" : ", " + result.failed().size() + " failed";
        String stopped = switch (result.cause()) {
            case FAILED -> "";
            case CANCELLED -> ", cancelled";
            case LOCK_LOST -> ", lock lost";
        };
        return done + failed + stopped + " · " + subject.environment();
    }

    private static String cause(Incomplete result) {
        return switch (result.cause()) {
            case FAILED -> "The apply stopped on the way. The locks are free again.";
            case CANCELLED ->
                "The apply was cancelled: what was under way was finished and recorded, nothing new was begun.";
            case LOCK_LOST ->
                "Somebody cleared this apply's lock, or took it over, so it wrote nothing more. What it had under way is"
                        + " found and finished by the next apply.";
        };
    }

    private static String failure(Failure failure) {
        String fix = failure.fix().isEmpty() ? "" : " **Fix:** " + Listing.sentence(failure.fix());
        return "❌ " + ChangeBlock.words(failure.change()) + ": " + Listing.sentence(failure.message()) + fix;
    }

    private static String changes(String heading, String sign, List<Change> changes) {
        return Listing.of(
                heading,
                changes.stream().map(change -> sign + ChangeBlock.words(change)).toList());
    }

    private static String goOn(Incomplete result, CheckSubject subject) {
        String first = switch (result.cause()) {
            case FAILED -> "**To go on,** fix the cause";
            case CANCELLED -> "**To go on,** see that nobody else is at work";
            case LOCK_LOST -> "**To go on,** see who holds the lock now with " + Inline.code(subject.command("status"));
        };
        return first + ", then press *Apply again*, or comment " + Inline.code(subject.command("apply"))
                + ". What is done stays done.";
    }
}

package dev.nanokit.github.report;

import dev.nanokit.engine.source.Problem;
import dev.nanokit.github.api.CheckRun.Conclusion;
import dev.nanokit.github.report.markdown.Blocks;
import dev.nanokit.github.report.markdown.Inline;
import java.util.List;

/** The checks of what can't be planned. */
final class ProblemCheck {
    private static final int HEAD = 500;

    private ProblemCheck() {}

    static CheckContent invalid(List<Problem> problems, CheckSubject subject) {
        long errors = problems.stream().filter(Problem::isError).count();
        String count = errors == 1 ? "1 error" : errors + " errors";
        Blocks blocks = new Blocks(Limits.CHECK_TEXT);
        blocks.add(Inline.code(subject.file()) + " has " + count + ". Nothing was planned, and nothing was changed.");
        blocks.add(Blocks.lines(
                problems.stream().map(ProblemCheck::line).toList(),
                Limits.CHECK_TEXT - HEAD,
                left -> "- … and " + left + " more; " + Inline.code("nkapp validate") + " shows them all."));
        return CheckContent.done(
                        Conclusion.FAILURE,
                        count + " in " + subject.file() + " · " + subject.environment(),
                        blocks.text())
                .withAnnotations(PlanAnnotations.of(problems));
    }

    private static String line(Problem problem) {
        return "- " + (problem.isError() ? "❌ " : "⚠️ ") + Listing.problem(problem);
    }

    static CheckContent unplannable(String message, String fix, CheckSubject subject) {
        Blocks blocks = new Blocks(Limits.CHECK_TEXT);
        blocks.add("There is no plan: " + Listing.sentence(message));
        blocks.add(fix.isEmpty() ? "" : "**Fix:** " + Listing.sentence(fix));
        blocks.add("Nothing was changed. Press *Re-plan*, or comment " + Inline.code(subject.command("plan"))
                + ", to try again.");
        return CheckContent.done(
                Conclusion.FAILURE, "Could not be planned · " + subject.environment(), blocks.text(), Buttons.REPLAN);
    }

    static CheckContent refused(String reason, CheckSubject subject) {
        return CheckContent.done(
                Conclusion.FAILURE, "Refused · " + subject.environment(), reason + "\n\nNothing was changed.");
    }
}

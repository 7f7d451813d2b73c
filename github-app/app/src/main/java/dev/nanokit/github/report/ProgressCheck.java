package dev.nanokit.github.report;

import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.github.api.CheckRun.Action;
import dev.nanokit.github.api.CheckRun.Status;
import dev.nanokit.github.report.ApplyProgress.Step;
import dev.nanokit.github.report.markdown.Blocks;
import dev.nanokit.github.report.markdown.Inline;
import dev.nanokit.stages.RunEvent;
import dev.nanokit.state.lock.Holder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The check of an apply that is under way, wave by wave. */
final class ProgressCheck {
    private static final int HEAD = 2_000;

    private ProgressCheck() {}

    static CheckContent of(ApplyProgress progress, Instant now, CheckSubject subject) {
        if (progress.waiting().isPresent()) {
            return waiting(progress.waiting().get(), now, subject);
        }
        if (progress.plan().isEmpty()) {
            return working("Applying", "Taking the locks, and planning again under them.", progress, subject);
        }
        Plan plan = progress.plan().get();
        int waves = plan.waves().size();
        String where = progress.wave() == 0 ? "Applying" : "Applying wave " + progress.wave() + " of " + waves;
        return working(where, waves(plan, progress), progress, subject);
    }

    private static CheckContent waiting(RunEvent event, Instant now, CheckSubject subject) {
        return switch (event) {
            case RunEvent.WaitingForLock lock -> LockCheck.waiting(lock.by(), now, subject);
            case RunEvent.WaitingForShared shared -> LockCheck.waitingForShared(shared.why(), subject);
            default -> throw new IllegalArgumentException("nobody waits at " + event);
        };
    }

    private static CheckContent working(String title, String body, ApplyProgress progress, CheckSubject subject) {
        Blocks blocks = new Blocks(Limits.CHECK_TEXT);
        progress.takenOverFrom().ifPresent(holder -> blocks.add(takenOver(holder)));
        progress.plan()
                .ifPresent(plan ->
                        blocks.add(progress.done() + " of " + plan.changes().count() + " changes are done."));
        blocks.add(body);
        return CheckContent.open(
                Status.IN_PROGRESS, title + " · " + subject.environment(), blocks.text(), new Action[0]);
    }

    private static String takenOver(Holder holder) {
        return "The lock was taken over from " + Inline.code(holder.who()) + " (" + LockCheck.what(holder)
                + "), which had given no sign of life for a whole lease.";
    }

    private static String waves(Plan plan, ApplyProgress progress) {
        List<String> lines = new ArrayList<>();
        for (int wave = 1; wave <= plan.waves().size(); wave++) {
            lines.add((wave == 1 ? "" : "\n") + "**Wave " + wave + "**");
            for (Change change : plan.waves().get(wave - 1)) {
                lines.add("- " + line(change, progress.steps().get(change.key())));
            }
        }
        return Blocks.lines(lines, Limits.CHECK_TEXT - HEAD, left -> "- … and " + left + " more");
    }

    private static String line(Change change, Step stepOrNull) {
        if (stepOrNull == null) {
            return "⬜ " + ChangeBlock.words(change);
        }
        String sign = switch (stepOrNull.stage()) {
            case RUNNING -> "⏳ ";
            case DONE -> "✅ ";
            case FAILED -> "❌ ";
        };
        String note = stepOrNull.note().isEmpty() ? "" : " · " + Inline.prose(stepOrNull.note());
        return sign + ChangeBlock.words(change) + note;
    }
}

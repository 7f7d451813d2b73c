package dev.nanokit.cli.view;

import dev.nanokit.cli.report.RunReport;
import dev.nanokit.cli.terminal.Durations;
import dev.nanokit.cli.terminal.Printable;
import dev.nanokit.cli.terminal.Style;
import dev.nanokit.engine.plan.Action;
import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.plan.Guard;
import dev.nanokit.stages.ApplyResult;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** How a run ended, and what to do now. */
final class RunText {
    private final Style style;

    RunText(Style style) {
        this.style = style;
    }

    String of(RunReport report) {
        return switch (report.ending()) {
            case ApplyResult.Applied applied -> applied(applied, report);
            case ApplyResult.Blocked ignored ->
                report.blockade().map(new LockText(style)::blocked).orElse("")
                        + next("or wait for it", report.again() + " --wait 5m");
            case ApplyResult.NotReady notReady ->
                style.yellow(LockText.BEING_INITIALIZED) + "\n  " + Printable.line(notReady.why()) + "\n"
                        + next("then", report.again());
            case ApplyResult.Stale stale ->
                failure(
                                "What is there has changed since the plan was shown. Nothing was changed. This is the plan now:")
                        + "\n" + new PlanText(style).of(stale.plan()) + next("to apply it", report.again());
            case ApplyResult.Guarded guarded -> guarded(guarded.guards(), report);
            case ApplyResult.Incomplete incomplete -> incomplete(incomplete, report);
        };
    }

    private String applied(ApplyResult.Applied applied, RunReport report) {
        RunReport.Target target = report.target();
        StringBuilder text = new StringBuilder();
        if (applied.plan().isEmpty()) {
            text.append(style.green("✓ "))
                    .append("Nothing to change: ")
                    .append(unchanged(target))
                    .append(".\n");
        } else {
            text.append(style.green("✓ "))
                    .append(style.bold(counts(applied.plan().changes().toList())))
                    .append(" in ")
                    .append(Durations.fine(applied.took()))
                    .append(".\n");
        }
        urls(report, text);
        return text.toString();
    }

    private static String unchanged(RunReport.Target target) {
        String where = target.project() + " in " + target.environment();
        return target.kind() == RunReport.Kind.DESTROY
                ? "nothing of " + where + " is left"
                : where + " is as it should be";
    }

    private void urls(RunReport report, StringBuilder text) {
        if (report.urls().isEmpty()) {
            return;
        }
        int width = report.urls().stream()
                .mapToInt(url -> url.service().length())
                .max()
                .orElse(0);
        text.append('\n');
        report.urls()
                .forEach(url -> text.append("  ")
                        .append(url.service())
                        .append(" ".repeat(width - url.service().length() + 2))
                        .append(style.bold(url.url()))
                        .append('\n'));
    }

    private String guarded(List<Guard> guards, RunReport report) {
        StringBuilder text = new StringBuilder(failure("This would lose data, so nothing was changed:"));
        guards.forEach(guard -> text.append("  ")
                .append(style.sign(guard.action()))
                .append(' ')
                .append(guard.resource().type())
                .append(' ')
                .append(guard.resource().name())
                .append(": ")
                .append(Printable.line(guard.what()))
                .append('\n'));
        return text.append(next("if that is meant", report.again() + " --force"))
                .toString();
    }

    private String incomplete(ApplyResult.Incomplete run, RunReport report) {
        StringBuilder text = new StringBuilder(failure(headline(run)));
        run.failed().forEach(failed -> {
            text.append("  ")
                    .append(style.red("✗ "))
                    .append(ChangeText.title(failed.change()))
                    .append("  ")
                    .append(Printable.line(failed.message()))
                    .append('\n');
            if (!failed.fix().isEmpty()) {
                text.append("      ")
                        .append(style.dim("fix  "))
                        .append(Printable.line(failed.fix()))
                        .append('\n');
            }
        });
        names("done and recorded", run.done(), text);
        names("not begun", run.left(), text);
        return text.append(next("to go on", report.again())).toString();
    }

    private static String headline(ApplyResult.Incomplete run) {
        return switch (run.cause()) {
            case FAILED ->
                "Stopped, since "
                        + (run.failed().size() == 1 ? "a change" : run.failed().size() + " changes") + " failed:";
            case CANCELLED -> "Cancelled. What was under way was finished, and the locks are released.";
            case LOCK_LOST -> "Stopped: somebody cleared this run's lock, or took it over. Nothing was written since.";
        };
    }

    private void names(String label, List<Change> changes, StringBuilder text) {
        if (!changes.isEmpty()) {
            text.append("  ")
                    .append(style.dim(label + ": "))
                    .append(changes.stream().map(ChangeText::title).collect(Collectors.joining(", ")))
                    .append('\n');
        }
    }

    private static String counts(List<Change> changes) {
        String counts = Arrays.stream(Action.values())
                .map(action -> count(changes, action))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return counts.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + counts.substring(1);
    }

    private static String count(List<Change> changes, Action action) {
        long count =
                changes.stream().filter(change -> change.action() == action).count();
        return count == 0 ? "" : count + " " + Verb.of(action).done();
    }

    private String failure(String what) {
        return style.red("✗ ") + style.bold(what) + "\n";
    }

    private String next(String label, String command) {
        return "  " + style.dim(label + ":") + " " + style.bold(command) + "\n";
    }
}

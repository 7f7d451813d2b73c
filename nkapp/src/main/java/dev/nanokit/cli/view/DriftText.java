package dev.nanokit.cli.view;

import dev.nanokit.cli.report.DriftReport;
import dev.nanokit.cli.terminal.Printable;
import dev.nanokit.cli.terminal.Style;
import dev.nanokit.engine.plan.Action;
import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.plan.Drift;
import dev.nanokit.engine.resource.Section;
import java.util.List;
import java.util.stream.Collectors;

/** What is not as it was applied. */
final class DriftText {
    private final Style style;
    private final ChangeText changes;

    DriftText(Style style) {
        this.style = style;
        this.changes = new ChangeText(style);
    }

    String of(List<DriftReport> reports) {
        return reports.isEmpty()
                ? "Nothing of this component has been applied in any environment yet.\n"
                : reports.stream().map(this::of).collect(Collectors.joining("\n"));
    }

    private String of(DriftReport report) {
        StringBuilder text = new StringBuilder(style.bold(report.project() + " in " + report.environment()))
                .append(style.dim(" · component " + report.component()));
        switch (report.looked()) {
            case DriftReport.NeverApplied ignored -> text.append("\n\nNothing has been applied here yet.\n");
            case DriftReport.Unknown(var failure) ->
                text.append("\n\n")
                        .append(style.yellow("It could not be looked at:"))
                        .append('\n')
                        .append(new FailureText(style).of(failure));
            case DriftReport.Found found -> found(found, text);
        }
        return text.toString();
    }

    private void found(DriftReport.Found found, StringBuilder text) {
        String commit = found.commit().isEmpty() ? "" : " · applied commit " + PlanText.shortCommit(found.commit());
        text.append(style.dim(" · serial " + found.serial() + commit)).append('\n');
        for (Section section : Section.values()) {
            List<Change> shown = found.drift().byHand().stream()
                    .filter(change -> change.section() == section)
                    .toList();
            list(PlanText.title(section), shown, text);
        }
        list(
                "Besides: asked for by the commit and not applied, or a consequence of the above",
                found.drift().besides(),
                text);
        notes(found, text);
        text.append('\n').append(summary(found)).append('\n');
    }

    private void list(String title, List<Change> shown, StringBuilder text) {
        if (shown.isEmpty()) {
            return;
        }
        text.append('\n').append(style.bold(title)).append('\n');
        int width = shown.stream().mapToInt(ChangeText::width).max().orElse(0);
        shown.forEach(change -> changes.append(change, width, null, text));
    }

    private void notes(DriftReport.Found found, StringBuilder text) {
        if (found.notes().isEmpty() && found.atWork().isEmpty()) {
            return;
        }
        text.append('\n').append(style.bold("Notes")).append('\n');
        found.notes()
                .forEach(note -> text.append("  ").append(Printable.line(note)).append('\n'));
        found.atWork()
                .forEach(holder -> text.append("  ")
                        .append(style.yellow(Printable.line(holder.who() + " is at work here (" + holder.what()
                                + "): what it is changing may look like drift")))
                        .append('\n'));
    }

    private String summary(DriftReport.Found found) {
        Drift drift = found.drift();
        if (drift.isEmpty()) {
            return style.bold("No drift:") + " nobody has changed by hand what was applied (" + found.resources()
                    + " resources).";
        }
        long gone = drift.byHand().stream()
                .filter(change -> change.action() == Action.CREATE)
                .count();
        return style.bold("Drift: ") + (drift.byHand().size() - gone) + " changed by hand, " + gone
                + " removed by hand, of " + found.resources() + " resources."
                + "\n  To put it back: " + style.bold(found.command())
                + "\n  To keep it: write it into nanokit.yml, and apply that.";
    }
}

package dev.nanokit.cli.view;

import dev.nanokit.cli.report.StatusReport;
import dev.nanokit.cli.report.StatusReport.Found;
import dev.nanokit.cli.report.StatusReport.Presence;
import dev.nanokit.cli.terminal.Printable;
import dev.nanokit.cli.terminal.Style;
import dev.nanokit.engine.resource.Section;
import java.util.Comparator;
import java.util.List;

/** What state knows, beside what is there. */
final class StatusText {
    private final Style style;

    StatusText(Style style) {
        this.style = style;
    }

    String of(StatusReport report) {
        StringBuilder text = new StringBuilder();
        head(report, text);
        for (Section section : Section.values()) {
            section(report, section, text);
        }
        others(report, text);
        locks(report, text);
        report.unreachable()
                .ifPresent(failure -> text.append('\n')
                        .append(style.yellow("What is really there was not looked at:"))
                        .append('\n')
                        .append(new FailureText(style).of(failure)));
        return text.toString();
    }

    private void head(StatusReport report, StringBuilder text) {
        text.append(style.bold(report.project() + " in " + report.environment()))
                .append(style.dim(" · component " + report.component()))
                .append('\n');
        field("serial", report.serial() == 0 ? "0 (nothing was ever applied)" : String.valueOf(report.serial()), text);
        report.commit()
                .filter(commit -> !commit.isEmpty())
                .ifPresent(commit -> field("commit", commit + " was the last to be applied whole", text));
        report.repository().ifPresent(repository -> field("owner", Printable.line(repository), text));
        field("state", Printable.line(report.state()), text);
    }

    private void section(StatusReport report, Section section, StringBuilder text) {
        List<Found> found = report.resources().stream()
                .filter(resource -> resource.recorded().section() == section)
                .sorted(Comparator.comparing(resource -> resource.recorded().key()))
                .toList();
        if (found.isEmpty()) {
            return;
        }
        text.append('\n').append(style.bold(PlanText.title(section))).append('\n');
        int width = found.stream().mapToInt(one -> title(one).length()).max().orElse(0);
        for (Found one : found) {
            text.append("  ")
                    .append(sign(one.presence()))
                    .append(' ')
                    .append(title(one))
                    .append(" ".repeat(width - title(one).length() + 2))
                    .append(one.presence().words());
            one.providerId().ifPresent(id -> text.append(style.dim("  [" + ChangeText.shortId(id) + "]")));
            text.append('\n');
        }
    }

    private static String title(Found found) {
        return found.recorded().key().type() + " " + found.recorded().key().name();
    }

    private String sign(Presence presence) {
        return switch (presence) {
            case THERE -> style.green("✓");
            case GONE -> style.red("✗");
            case UNKNOWN -> style.dim("?");
            case BEGUN, LEAVING -> style.yellow("!");
        };
    }

    private void others(StatusReport report, StringBuilder text) {
        if (report.others().isEmpty()) {
            return;
        }
        text.append('\n').append(style.bold("Other components")).append('\n');
        report.others()
                .forEach(other -> text.append("  ")
                        .append(other.name())
                        .append(style.dim(" · serial " + other.serial() + " · resources " + other.resources() + " · "))
                        .append(Printable.line(other.repository()))
                        .append('\n'));
    }

    private void locks(StatusReport report, StringBuilder text) {
        text.append('\n').append(style.bold("Locks")).append('\n');
        if (report.locks().isEmpty()) {
            text.append("  none\n");
        }
        report.locks().forEach(lock -> new LockText(style).lock(lock, report.now(), text));
    }

    private void field(String label, String content, StringBuilder text) {
        text.append("  ")
                .append(style.dim(label))
                .append(" ".repeat(8 - label.length()))
                .append(content)
                .append('\n');
    }
}

package dev.nanokit.cli.view;

import dev.nanokit.cli.report.Examination;
import dev.nanokit.cli.report.Examination.Finding;
import dev.nanokit.cli.report.Examination.Verdict;
import dev.nanokit.cli.terminal.Printable;
import dev.nanokit.cli.terminal.Style;

/** What doctor found, one line a question, with what to do below what is not well. */
final class ExaminationText {
    private final Style style;

    ExaminationText(Style style) {
        this.style = style;
    }

    String of(Examination examination) {
        int width = examination.findings().stream()
                .mapToInt(finding -> finding.subject().length())
                .max()
                .orElse(0);
        StringBuilder text = new StringBuilder();
        examination.findings().forEach(finding -> finding(finding, width, text));
        return text.append(
                        examination.isHealthy()
                                ? "\nnkapp can work here.\n"
                                : "\n" + style.red("nkapp can't work here yet: see what to do above.") + "\n")
                .toString();
    }

    private void finding(Finding finding, int width, StringBuilder text) {
        text.append(sign(finding.verdict()))
                .append(' ')
                .append(style.bold(finding.subject()))
                .append(" ".repeat(width - finding.subject().length() + 2))
                .append(Printable.line(finding.found()))
                .append('\n');
        finding.fix()
                .lines()
                .forEach(line -> text.append("  ")
                        .append(style.dim("fix  "))
                        .append(Printable.line(line))
                        .append('\n'));
    }

    private String sign(Verdict verdict) {
        return switch (verdict) {
            case GOOD -> style.green("✓");
            case DOUBTFUL -> style.yellow("!");
            case BAD -> style.red("✗");
        };
    }
}

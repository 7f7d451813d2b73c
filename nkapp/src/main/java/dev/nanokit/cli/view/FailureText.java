package dev.nanokit.cli.view;

import dev.nanokit.cli.report.Failure;
import dev.nanokit.cli.terminal.Printable;
import dev.nanokit.cli.terminal.Style;
import dev.nanokit.engine.source.Problem;

/** What went wrong, where, why, and what to do. */
final class FailureText {
    private final Style style;

    FailureText(Style style) {
        this.style = style;
    }

    String of(Failure failure) {
        StringBuilder text = new StringBuilder();
        text.append(style.red("✗ "))
                .append(style.bold(lines(failure.what(), "  ")))
                .append('\n');
        if (!failure.why().isEmpty()) {
            text.append("  ")
                    .append(style.dim("why  "))
                    .append(lines(failure.why(), "       "))
                    .append('\n');
        }
        for (String fix : failure.fix()) {
            text.append("  ")
                    .append(style.dim("fix  "))
                    .append(lines(fix, "       "))
                    .append('\n');
        }
        for (Problem problem : failure.problems()) {
            text.append(new ProblemText(style).of(problem, ""));
        }
        return text.toString();
    }

    /** Several lines stay several, each set under the first. */
    private static String lines(String text, String indent) {
        return text.lines()
                .map(Printable::line)
                .reduce((a, b) -> a + "\n" + indent + b)
                .orElse("");
    }
}

package dev.nanokit.cli.view;

import dev.nanokit.cli.terminal.Printable;
import dev.nanokit.cli.terminal.Style;
import dev.nanokit.engine.source.Problem;

/**
 * One problem of a file. The line of the file itself is never shown: what was put in a wrong place by mistake may be a
 * password.
 */
final class ProblemText {
    private final Style style;

    ProblemText(Style style) {
        this.style = style;
    }

    /** @param note put behind the message, in brackets; may be empty */
    String of(Problem problem, String note) {
        StringBuilder text = new StringBuilder("  ");
        text.append(problem.isError() ? style.red("✗") : style.yellow("!"))
                .append(' ')
                .append(style.bold(Printable.line(problem.place().toString())))
                .append("  ")
                .append(Printable.line(problem.what()));
        if (!note.isEmpty()) {
            text.append(style.dim(" (" + Printable.line(note) + ")"));
        }
        text.append('\n');
        line("why", problem.why(), text);
        line("fix", problem.fix(), text);
        return text.toString();
    }

    private void line(String label, String content, StringBuilder text) {
        if (!content.isEmpty()) {
            text.append("      ")
                    .append(style.dim(label + "  "))
                    .append(Printable.line(content))
                    .append('\n');
        }
    }
}

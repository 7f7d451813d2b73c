package dev.nanokit.github.report.terminal;

import dev.nanokit.github.api.CheckRun;
import dev.nanokit.github.api.CheckRun.Annotation;
import dev.nanokit.github.report.markdown.Visible;
import dev.nanokit.github.report.page.Look;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Shows in a terminal what GitHub would show. */
public final class CheckTerminal {
    private static final String INDENT = "  ";
    private static final int NARROWEST = 40;

    private final Ink ink;
    private final int width;

    /** @param columns of the terminal */
    public CheckTerminal(boolean colour, int columns) {
        this.ink = new Ink(colour);
        this.width = Math.max(NARROWEST, columns);
    }

    /** The check in full. Ends with a line end. */
    public String check(CheckRun check) {
        StringBuilder text = new StringBuilder(head(check)).append('\n');
        text.append(INDENT).append(ink.bold(check.title())).append("\n\n");
        text.append(MarkdownText.of(check.summary(), ink, width, INDENT)).append('\n');
        if (!check.text().isEmpty()) {
            text.append('\n')
                    .append(MarkdownText.of(check.text(), ink, width, INDENT))
                    .append('\n');
        }
        if (!check.annotations().isEmpty()) {
            text.append('\n')
                    .append(INDENT)
                    .append(ink.bold("On lines of the file"))
                    .append('\n');
            check.annotations().forEach(note -> text.append(annotation(note)).append('\n'));
        }
        if (!check.actions().isEmpty()) {
            text.append('\n').append(INDENT).append(buttons(check)).append('\n');
        }
        return text.toString();
    }

    /** A comment in full, as the App's. Ends with a line end. */
    public String comment(String markdown) {
        return ink.bold("nanokit[bot]") + ink.soft(" commented") + "\n" + MarkdownText.of(markdown, ink, width, INDENT)
                + "\n";
    }

    private String head(CheckRun check) {
        Look look = Look.of(check);
        String sign = coloured(look.style(), look.sign());
        return sign + " " + ink.bold(check.name()) + " " + ink.soft("— " + look.words());
    }

    private String coloured(String style, String text) {
        return switch (style) {
            case "good" -> ink.green(text);
            case "bad" -> ink.red(text);
            case "ask", "work" -> ink.yellow(text);
            default -> ink.soft(text);
        };
    }

    private String annotation(Annotation note) {
        String level = note.level().name().toLowerCase(Locale.ROOT);
        String where = INDENT + note.path() + ":" + note.startLine() + " "
                + coloured(level.equals("failure") ? "bad" : "work", level) + " ";
        List<String> message = note.message().lines().toList();
        return Wrap.words(Visible.line(note.title()), where, INDENT + INDENT, width)
                + message.stream()
                        .map(line -> "\n" + Wrap.words(Visible.line(line), INDENT + INDENT, INDENT + INDENT, width))
                        .collect(Collectors.joining());
    }

    private String buttons(CheckRun check) {
        return check.actions().stream()
                .map(action -> "[ " + ink.bold(action.label()) + " ]")
                .collect(Collectors.joining("  "));
    }
}

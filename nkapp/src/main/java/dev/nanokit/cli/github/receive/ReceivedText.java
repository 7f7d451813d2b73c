package dev.nanokit.cli.github.receive;

import dev.nanokit.cli.terminal.Printable;
import dev.nanokit.cli.terminal.Style;
import dev.nanokit.github.report.terminal.CheckTerminal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows in a terminal what would be posted. */
final class ReceivedText {
    private static final int USUAL_WIDTH = 100;
    private static final Map<String, String> SIGNS = Map.of(
            "+1",
            "👍",
            "-1",
            "👎",
            "eyes",
            "👀",
            "rocket",
            "🚀",
            "confused",
            "😕",
            "hooray",
            "🎉",
            "heart",
            "❤",
            "laugh",
            "😄");

    private final Style style;
    private final CheckTerminal terminal;

    ReceivedText(Style style, Map<String, String> variables) {
        this.style = style;
        this.terminal = new CheckTerminal(style == Style.COLOURED, width(variables));
    }

    /** Shells tell the width to their children only where they are asked to; where they are not, lines stay readable. */
    private static int width(Map<String, String> variables) {
        String columns = variables.getOrDefault("COLUMNS", "");
        return columns.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(columns) : USUAL_WIDTH;
    }

    /** In full. Ends with a line end. */
    String of(Received received) {
        Posted posted = received.posted();
        List<String> parts = new ArrayList<>();
        parts.add(style.bold(Printable.line(received.heading())) + "\n");
        posted.checks().forEach(check -> parts.add(terminal.check(check)));
        posted.comments().forEach(comment -> parts.add(terminal.comment(comment.body())));
        posted.reactions().forEach(reaction -> parts.add(reaction(reaction)));
        posted.deployments().forEach(deployment -> parts.add(deployment(deployment)));
        if (parts.size() == 1) {
            parts.add("Nothing would be posted.\n");
        }
        return String.join("\n", parts);
    }

    private String reaction(Posted.Reaction reaction) {
        return SIGNS.getOrDefault(reaction.content(), reaction.content())
                + style.dim(" on comment " + reaction.comment()) + "\n";
    }

    private String deployment(Posted.Deployment deployment) {
        String statuses = deployment.statuses().stream()
                .map(status -> status.state().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(" → "));
        return style.bold("Deployment to " + Printable.line(deployment.environment()))
                + (statuses.isEmpty() ? "" : ": " + statuses) + "\n";
    }
}

package dev.nanokit.github.report;

import dev.nanokit.engine.plan.Action;
import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.github.report.markdown.Fence;
import dev.nanokit.github.report.markdown.Visible;
import java.util.List;

/** The waves of a plan as a Mermaid flowchart: what stands in one box is done side by side. */
final class WaveGraph {
    private static final int MOST_WAVES = 12;
    private static final int MOST_IN_A_WAVE = 8;
    private static final int LONGEST_NAME = 40;

    private WaveGraph() {}

    /** Empty where there is nothing to order. */
    static String of(Plan plan) {
        if (plan.changes().limit(2).count() < 2) {
            return "";
        }
        StringBuilder graph = new StringBuilder("flowchart LR");
        List<List<Change>> shown = plan.waves().stream().limit(MOST_WAVES).toList();
        for (int wave = 0; wave < shown.size(); wave++) {
            wave(wave + 1, shown.get(wave), graph);
        }
        int hidden = plan.waves().size() - shown.size();
        if (hidden > 0) {
            graph.append("\n  w")
                    .append(shown.size() + 1)
                    .append("[\"")
                    .append(hidden)
                    .append(" more waves\"]");
        }
        for (int wave = 1; wave < shown.size() + (hidden > 0 ? 1 : 0); wave++) {
            graph.append("\n  w").append(wave).append(" --> w").append(wave + 1);
        }
        return Fence.of("mermaid", graph.append(styles()).toString());
    }

    private static void wave(int number, List<Change> changes, StringBuilder graph) {
        graph.append("\n  subgraph w")
                .append(number)
                .append(" [\"Wave ")
                .append(number)
                .append("\"]");
        int node = 1;
        for (Change change : changes.stream().limit(MOST_IN_A_WAVE).toList()) {
            graph.append("\n    w")
                    .append(number)
                    .append('n')
                    .append(node++)
                    .append("[\"")
                    .append(label(change))
                    .append("\"]:::")
                    .append(style(change.action()));
        }
        if (changes.size() > MOST_IN_A_WAVE) {
            graph.append("\n    w")
                    .append(number)
                    .append('n')
                    .append(node)
                    .append("[\"")
                    .append(changes.size() - MOST_IN_A_WAVE)
                    .append(" more\"]");
        }
        graph.append("\n  end");
    }

    private static String label(Change change) {
        return change.action().word() + " " + escaped(change.key().type()) + " "
                + escaped(change.key().name());
    }

    /** Whatever could mean something to Mermaid, or to the HTML that it makes, becomes a character's number. */
    private static String escaped(String name) {
        String text = Visible.line(name);
        StringBuilder escaped = new StringBuilder();
        text.codePoints().limit(LONGEST_NAME).forEach(c -> {
            if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "-_./ ".indexOf(c) >= 0) {
                escaped.appendCodePoint(c);
            } else {
                escaped.append('#').append(c).append(';');
            }
        });
        return escaped.append(text.codePointCount(0, text.length()) > LONGEST_NAME ? "…" : "")
                .toString();
    }

    private static String style(Action action) {
        return switch (action) {
            case CREATE -> "create";
            case DELETE, REPLACE -> "lose";
            case UPDATE -> "change";
            case ADOPT, NO_OP -> "keep";
        };
    }

    private static String styles() {
        return "\n  classDef create stroke:#1a7f37"
                + "\n  classDef change stroke:#9a6700"
                + "\n  classDef lose stroke:#cf222e"
                + "\n  classDef keep stroke:#0969da";
    }
}

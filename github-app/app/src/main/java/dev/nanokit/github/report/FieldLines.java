package dev.nanokit.github.report;

import dev.nanokit.engine.plan.FieldChange;
import dev.nanokit.engine.plan.Shown;
import dev.nanokit.engine.value.Value;
import dev.nanokit.github.report.markdown.Visible;
import java.util.ArrayList;
import java.util.List;

/** The fields of a change as lines of a diff. Each line begins with our sign, so that no value can pose as one. */
final class FieldLines {
    private static final int LONGEST_LINE = 300;
    private static final int MOST_LINES = 30;

    private FieldLines() {}

    static List<String> of(FieldChange field) {
        List<String> lines = new ArrayList<>();
        if (!(field.before() instanceof Value.Null)) {
            side("- ", field, field.before(), lines);
        }
        if (!(field.after() instanceof Value.Null)) {
            side("+ ", field, field.after(), lines);
        }
        return lines;
    }

    private static void side(String sign, FieldChange field, Value value, List<String> lines) {
        String path = sign + Visible.line(field.path(), LONGEST_LINE);
        if (!field.sensitive()
                && value instanceof Value.Text(String text)
                && text.strip().contains("\n")) {
            lines.add(path + ":");
            block(sign + "    ", text, lines);
        } else {
            lines.add(path + ": " + Visible.line(Shown.side(value, field.sensitive()), LONGEST_LINE));
        }
    }

    private static void block(String prefix, String text, List<String> lines) {
        List<String> all = text.strip().lines().toList();
        all.stream().limit(MOST_LINES).forEach(line -> lines.add(prefix + Visible.line(line, LONGEST_LINE)));
        if (all.size() > MOST_LINES) {
            lines.add(prefix + "… (" + (all.size() - MOST_LINES) + " lines more)");
        }
    }
}

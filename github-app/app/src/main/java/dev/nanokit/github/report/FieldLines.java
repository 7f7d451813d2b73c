package dev.nanokit.github.report;

import dev.nanokit.engine.plan.FieldChange;
import dev.nanokit.engine.plan.Shown;
import dev.nanokit.engine.value.Value;
import dev.nanokit.github.report.markdown.Visible;
import java.util.ArrayList;
import java.util.List;

/** The fields of a change as lines of a diff. Each line begins with our sign, so that no value can pose as one. */
final class FieldLines {
    private FieldLines() {}

    static List<String> of(FieldChange field, Detail detail) {
        List<String> lines = new ArrayList<>();
        if (!(field.before() instanceof Value.Null)) {
            side("- ", field, field.before(), detail, lines);
        }
        if (!(field.after() instanceof Value.Null)) {
            side("+ ", field, field.after(), detail, lines);
        }
        return lines;
    }

    private static void side(String sign, FieldChange field, Value value, Detail detail, List<String> lines) {
        String path = sign + Visible.line(field.path(), detail.line());
        if (!field.sensitive()
                && value instanceof Value.Text(String text)
                && text.strip().contains("\n")) {
            lines.add(path + ":");
            block(sign + "    ", text, detail, lines);
        } else {
            lines.add(path + ": " + Visible.line(Shown.side(value, field.sensitive()), detail.line()));
        }
    }

    private static void block(String prefix, String text, Detail detail, List<String> lines) {
        List<String> all = text.strip().lines().toList();
        all.stream().limit(detail.lines()).forEach(line -> lines.add(prefix + Visible.line(line, detail.line())));
        if (all.size() > detail.lines()) {
            lines.add(prefix + "… (" + (all.size() - detail.lines()) + " lines more)");
        }
    }
}

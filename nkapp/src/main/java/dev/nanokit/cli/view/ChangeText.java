package dev.nanokit.cli.view;

import dev.nanokit.cli.terminal.Printable;
import dev.nanokit.cli.terminal.Style;
import dev.nanokit.engine.plan.Action;
import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.plan.FieldChange;
import dev.nanokit.engine.plan.Shown;
import dev.nanokit.engine.value.Value;

/** One change in a plan. */
final class ChangeText {
    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_VALUE = 160;

    private final Style style;

    ChangeText(Style style) {
        this.style = style;
    }

    static String title(Change change) {
        return change.key().type() + " " + change.key().name();
    }

    static int width(Change change) {
        return title(change).length();
    }

    void append(Change change, int width, String guardOrNull, StringBuilder text) {
        boolean unchanged = change.action() == Action.NO_OP;
        String title = title(change);
        String reason = Printable.line(String.join("; ", change.reasons()), LONGEST_REASON);
        text.append("  ")
                .append(style.sign(change.action()))
                .append(' ')
                .append(unchanged ? style.dim(title) : title)
                .append(" ".repeat(width - title.length() + 2))
                .append(unchanged ? style.dim(reason) : reason);
        change.providerId().ifPresent(id -> text.append(style.dim("  [" + shortId(id) + "]")));
        text.append('\n');
        change.fields().forEach(field -> append(field, change.action(), text));
        if (guardOrNull != null) {
            text.append("      ")
                    .append(style.red("needs --force: " + Printable.line(guardOrNull)))
                    .append('\n');
        }
    }

    /** Engines name things by 64 hexadecimal digits, of which people look at twelve. */
    static String shortId(String id) {
        boolean digest = id.length() == 64 && id.chars().allMatch(c -> Character.digit(c, 16) >= 0);
        return digest ? id.substring(0, 12) : Printable.line(id);
    }

    private void append(FieldChange field, Action action, StringBuilder text) {
        text.append("      ").append(Printable.line(field.path())).append(": ");
        if (action == Action.CREATE) {
            text.append(side(field.after(), field));
        } else if (field.after() instanceof Value.Null) {
            text.append(style.red(side(field.before(), field))).append(style.dim(" → (taken away)"));
        } else if (field.before() instanceof Value.Null) {
            text.append(style.green(side(field.after(), field))).append(style.dim(" (new)"));
        } else {
            text.append(side(field.before(), field)).append(style.dim(" → ")).append(side(field.after(), field));
        }
        text.append('\n');
    }

    private static String side(Value value, FieldChange field) {
        boolean shows = !field.sensitive() || value instanceof Value.Null || value instanceof Value.Unknown;
        return shows ? Printable.line(Shown.line(value), LONGEST_VALUE) : Shown.SENSITIVE;
    }
}

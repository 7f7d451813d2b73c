package dev.nanokit.github.report;

import dev.nanokit.github.api.CheckRun;
import java.util.Locale;
import java.util.stream.Collectors;

/** A check as a text for people to review: everything that would be sent. */
final class CheckText {
    private CheckText() {}

    static String of(CheckRun check) {
        StringBuilder text = new StringBuilder();
        field(text, "name", check.name());
        field(text, "title", check.title());
        field(text, "status", status(check));
        field(text, "buttons", buttons(check));
        check.annotations().forEach(note -> field(text, "line", annotation(note)));
        text.append("\n════ summary ════\n\n").append(check.summary()).append('\n');
        if (!check.text().isEmpty()) {
            text.append("\n════ text ════\n\n").append(check.text()).append('\n');
        }
        return text.toString();
    }

    static String status(CheckRun check) {
        return check.conclusion().map(conclusion -> word(conclusion)).orElseGet(() -> word(check.status()));
    }

    static String buttons(CheckRun check) {
        return check.actions().stream()
                .map(action -> "[" + action.label() + "] " + action.description() + " → " + action.identifier())
                .collect(Collectors.joining(" · "));
    }

    static String annotation(CheckRun.Annotation note) {
        return note.path() + ":" + note.startLine() + " " + word(note.level()) + ": " + note.title() + " — "
                + note.message().replace("\n", " ⏎ ");
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static void field(StringBuilder text, String name, String value) {
        if (!value.isEmpty()) {
            text.append(String.format(Locale.ROOT, "%-8s %s%n", name + ":", value));
        }
    }
}

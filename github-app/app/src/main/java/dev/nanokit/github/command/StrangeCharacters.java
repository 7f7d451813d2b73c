package dev.nanokit.github.command;

import java.util.Locale;
import java.util.Optional;

/** Commands are plain ASCII: what looks like a space, a dash or a letter and is none can't change what a line says. */
final class StrangeCharacters {
    private StrangeCharacters() {}

    /** What is wrong with the first character that is not plain; empty when all are. */
    static Optional<String> complaint(String line) {
        return line.codePoints()
                .filter(c -> c != '\t' && (c < ' ' || c > '~'))
                .boxed()
                .findFirst()
                .map(c -> "the command holds the character U+" + String.format(Locale.ROOT, "%04X", c) + " (" + name(c)
                        + "); " + fix(c));
    }

    private static String name(int c) {
        String name = Character.getName(c);
        return name == null ? "unassigned" : name.toLowerCase(Locale.ROOT);
    }

    private static String fix(int c) {
        return Character.getType(c) == Character.DASH_PUNCTUATION
                ? "options begin with the plain hyphens `--`: `--force`."
                : "commands are written in plain letters, digits, spaces and hyphens. Type it anew.";
    }
}

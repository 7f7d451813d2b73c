package dev.nanokit.github.report;

import dev.nanokit.github.command.CommandText;
import dev.nanokit.github.command.Verb;
import dev.nanokit.github.report.markdown.Inline;

/** What can be said to Nanokit in a comment. */
final class HelpText {
    private HelpText() {}

    static String markdown() {
        StringBuilder help =
                new StringBuilder("Begin a line of a comment with one of these:\n\n| command | |\n|---|---|");
        for (Verb verb : Verb.values()) {
            help.append("\n| ")
                    .append(Inline.code(CommandText.NAME + " " + verb.word()))
                    .append(" | ")
                    .append(verb.meaning())
                    .append(" |");
        }
        return help.append(
                        "\n\n- `-e ENV`, `--env ENV`: this environment; without it, the one that the base branch belongs to")
                .append("\n- `--component NAME`: this component; without it, every one that the pull request concerns")
                .append("\n- `--force`: with `apply` and `destroy`, agree to lose data")
                .toString();
    }
}

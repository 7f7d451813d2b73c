package dev.nanokit.github.report;

import dev.nanokit.github.report.markdown.Blocks;
import dev.nanokit.github.report.markdown.Folded;
import dev.nanokit.github.report.markdown.Inline;
import java.util.List;

/** Renders comments, within GitHub's limit. */
public final class CommentRenderer {
    /** Marks the one comment of a pull request that shows its plans and is updated in place. */
    public static final String PLAN_MARKER = "<!-- nanokit:plan -->";

    /** Marks the answers to commands. */
    public static final String ANSWER_MARKER = "<!-- nanokit:answer -->";

    private static final int NOTE = 300;

    private CommentRenderer() {}

    /** The comment that shows where each check of a pull request stands. */
    public static String plans(List<PostedCheck> checks) {
        Blocks blocks = new Blocks(Limits.COMMENT - NOTE);
        blocks.add(PLAN_MARKER + "\n### Nanokit");
        blocks.add(table(checks));
        int shown = 0;
        while (shown < checks.size() && blocks.add(folded(checks.get(shown)))) {
            shown++;
        }
        Blocks whole = new Blocks(Limits.COMMENT);
        whole.add(blocks.text());
        whole.add(
                shown == checks.size()
                        ? ""
                        : "The other " + (checks.size() - shown) + " don't fit here; the checks show them.");
        return whole.text();
    }

    private static String table(List<PostedCheck> checks) {
        List<String> rows = checks.stream()
                .map(check -> "| " + check.sign() + " | " + check.linked(check.name()) + " | "
                        + Inline.prose(check.run().title()) + " |")
                .toList();
        return "| | check | |\n|---|---|---|\n"
                + Blocks.lines(rows, Limits.COMMENT / 2, left -> "| | … and " + left + " more | |");
    }

    private static String folded(PostedCheck check) {
        return new Folded(check.sign() + " <b>" + check.name() + "</b>", false)
                .around(check.run().summary());
    }

    /**
     * The answer to a comment, command by command.
     *
     * @param login who gave them
     */
    public static String answers(String login, List<Answer> answers) {
        return answers(ANSWER_MARKER, login, answers);
    }

    /** Marks the one answer of that name, so that it can be found again. */
    public static String answerMarker(String name) {
        return "<!-- nanokit:answer " + name.replaceAll("[^A-Za-z0-9-]", "") + " -->";
    }

    /**
     * The answer to a comment, command by command.
     *
     * @param marker of {@link #answerMarker}
     */
    public static String answers(String marker, String login, List<Answer> answers) {
        Blocks blocks = new Blocks(Limits.COMMENT - NOTE);
        blocks.add(marker + "\n" + Inline.mention(login) + ":");
        int shown = 0;
        while (shown < answers.size() && blocks.add(answers.get(shown).markdown())) {
            shown++;
        }
        Blocks whole = new Blocks(Limits.COMMENT);
        whole.add(blocks.text());
        whole.add(
                shown == answers.size()
                        ? ""
                        : "The answers to " + (answers.size() - shown)
                                + " more commands don't fit here; the checks show" + " what became of them.");
        return whole.text();
    }
}

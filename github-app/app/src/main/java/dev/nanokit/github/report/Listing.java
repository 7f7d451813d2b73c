package dev.nanokit.github.report;

import dev.nanokit.engine.source.Problem;
import dev.nanokit.github.report.markdown.Blocks;
import dev.nanokit.github.report.markdown.Inline;
import java.util.List;

/** Lists of Markdown that stay short. */
final class Listing {
    private static final int MOST = 20;

    /** Bytes: three lists fit on a check. */
    private static final int LONGEST = 20_000;

    private Listing() {}

    /** Under a heading, the first of the items, and how many there are more. Empty where there are none. */
    static String of(String heading, List<String> items) {
        if (items.isEmpty()) {
            return "";
        }
        List<String> lines = items.stream().limit(MOST).map(item -> "- " + item).toList();
        int hidden = items.size() - lines.size();
        String more = hidden == 0 ? "" : "\n- … and " + hidden + " more";
        return heading + "\n\n" + Blocks.lines(lines, LONGEST, left -> "- … and " + left + " more") + more;
    }

    /** {@code nanokit.yml:3:5 what. why. fix}, in Markdown. */
    static String problem(Problem problem) {
        StringBuilder line = new StringBuilder(Inline.code(problem.place().toString()))
                .append(' ')
                .append(sentence(problem.what()));
        if (!problem.why().isEmpty()) {
            line.append(' ').append(sentence(problem.why()));
        }
        if (!problem.fix().isEmpty()) {
            line.append(" **Fix:** ").append(sentence(problem.fix()));
        }
        return line.toString();
    }

    /** Text of others as a sentence of prose. */
    static String sentence(String text) {
        String prose = Inline.prose(text);
        boolean ends = prose.isEmpty() || ".!?…:".indexOf(prose.charAt(prose.length() - 1)) >= 0;
        return ends ? prose : prose + ".";
    }
}

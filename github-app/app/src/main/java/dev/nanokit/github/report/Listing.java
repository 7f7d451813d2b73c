package dev.nanokit.github.report;

import dev.nanokit.engine.source.Problem;
import dev.nanokit.github.report.markdown.Blocks;
import dev.nanokit.github.report.markdown.Inline;
import java.util.List;

/** Lists of Markdown that stay short. */
final class Listing {
    /** Of a check's bytes: three lists fit on it. */
    private static final int PART = 3;

    private Listing() {}

    static String of(String heading, List<String> items) {
        return of(heading, items, Detail.CHECK);
    }

    /** Under a heading, the first of the items, and how many there are more. Empty where there are none. */
    static String of(String heading, List<String> items, Detail detail) {
        if (items.isEmpty()) {
            return "";
        }
        List<String> lines =
                items.stream().limit(detail.items()).map(item -> "- " + item).toList();
        int hidden = items.size() - lines.size();
        String more = hidden == 0 ? "" : "\n- … and " + hidden + " more";
        return heading + "\n\n" + Blocks.lines(lines, detail.text() / PART, left -> "- … and " + left + " more") + more;
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

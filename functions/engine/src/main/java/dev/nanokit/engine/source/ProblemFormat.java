package dev.nanokit.engine.source;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Problems as plain text, in the form that editors and terminals make clickable:
 *
 * <pre>
 * nanokit.yml:3:5: error: what is wrong
 *     why: the rule
 *     fix: what to do
 * </pre>
 */
public final class ProblemFormat {
    private static final String INDENT = "    ";

    private ProblemFormat() {}

    /** One problem, without a line end after it. */
    public static String render(Problem problem) {
        StringBuilder text = new StringBuilder(problem.place().toString())
                .append(": ")
                .append(problem.severity().name().toLowerCase(Locale.ROOT))
                .append(": ")
                .append(problem.what());
        detail(text, "why", problem.why());
        detail(text, "fix", problem.fix());
        return text.toString();
    }

    /** All problems, one below the other. */
    public static String render(List<Problem> problems) {
        return problems.stream().map(ProblemFormat::render).collect(Collectors.joining("\n"));
    }

    private static void detail(StringBuilder text, String label, String detail) {
        if (!detail.isEmpty()) {
            text.append('\n').append(INDENT).append(label).append(": ").append(detail);
        }
    }
}

package dev.nanokit.cli.view;

import dev.nanokit.cli.report.Validation;
import dev.nanokit.cli.report.Validation.Checked;
import dev.nanokit.cli.terminal.Style;
import dev.nanokit.engine.source.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** What is wrong with a file, each problem once. */
final class ValidationText {
    private final Style style;

    ValidationText(Style style) {
        this.style = style;
    }

    String of(Validation validation) {
        List<Problem> problems = validation.problems();
        StringBuilder text = new StringBuilder();
        problems.forEach(problem -> text.append(new ProblemText(style).of(problem, where(validation, problem))));
        if (!problems.isEmpty()) {
            text.append('\n');
        }
        return text.append(verdict(validation, problems)).append('\n').toString();
    }

    /** Said only of what is not wrong everywhere. */
    private static String where(Validation validation, Problem problem) {
        List<String> in = validation.environmentsWith(problem).toList();
        return in.isEmpty() || in.size() == validation.environments().size() ? "" : "in " + String.join(", ", in);
    }

    private String verdict(Validation validation, List<Problem> problems) {
        long errors = problems.stream().filter(Problem::isError).count();
        long warnings = problems.size() - errors;
        String noted = warnings == 0 ? "" : ", " + counted(warnings, "warning");
        if (errors > 0) {
            return style.red("✗ ") + style.bold(validation.file() + " has " + counted(errors, "error")) + noted + ".";
        }
        return style.green("✓ ") + style.bold(validation.file() + " is valid") + " for "
                + validation.environments().stream().map(Checked::environment).collect(Collectors.joining(", "))
                + noted + ".";
    }

    private static String counted(long count, String word) {
        return count + " " + word + (count == 1 ? "" : "s");
    }
}

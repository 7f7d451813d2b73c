package dev.nanokit.cli.report;

import dev.nanokit.engine.source.Problem;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was found in a file.
 *
 * @param environments those that were looked at
 */
public record Validation(String file, String project, List<Checked> environments) {
    public Validation {
        environments = List.copyOf(environments);
    }

    /** One environment, with what is wrong in it. */
    public record Checked(String environment, String provider, List<Problem> problems) {
        public Checked {
            problems = List.copyOf(problems);
        }
    }

    /** Each problem once, though several environments have it. */
    public List<Problem> problems() {
        return environments.stream()
                .flatMap(checked -> checked.problems().stream())
                .distinct()
                .toList();
    }

    public boolean isValid() {
        return problems().stream().noneMatch(Problem::isError);
    }

    /** The environments in which the problem is. */
    public Stream<String> environmentsWith(Problem problem) {
        return environments.stream()
                .filter(checked -> checked.problems().contains(problem))
                .map(Checked::environment);
    }
}

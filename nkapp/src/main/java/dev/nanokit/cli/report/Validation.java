package dev.nanokit.cli.report;

import dev.nanokit.engine.source.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was found in a file.
 *
 * @param project empty where the file can't be read so far
 * @param environments those that were looked at; none where the file itself is wrong
 * @param ofFile what is wrong with the file itself
 */
public record Validation(String file, String project, List<Checked> environments, List<Problem> ofFile) {
    private static final Comparator<Problem> ORDER = Comparator.comparing(
                    (Problem problem) -> problem.place().file())
            .thenComparingInt(problem -> problem.place().line())
            .thenComparingInt(problem -> problem.place().column());

    public Validation {
        environments = List.copyOf(environments);
        ofFile = List.copyOf(ofFile);
    }

    /** One environment, with what is wrong in it. */
    public record Checked(String environment, String provider, List<Problem> problems) {
        public Checked {
            problems = List.copyOf(problems);
        }
    }

    /** Each problem once, though several environments have it, in the order of the file. */
    public List<Problem> problems() {
        return Stream.concat(ofFile.stream(), environments.stream().flatMap(checked -> checked.problems().stream()))
                .distinct()
                .sorted(ORDER)
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

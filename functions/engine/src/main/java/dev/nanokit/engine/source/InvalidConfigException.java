package dev.nanokit.engine.source;

import java.util.List;
import java.util.stream.Collectors;

/** The file cannot be used. Carries every error that was found, not only the first. */
public final class InvalidConfigException extends RuntimeException {
    private final transient List<Problem> problems;

    public InvalidConfigException(List<Problem> problems) {
        super(problems.stream()
                .map(problem -> problem.place() + ": " + problem.what())
                .collect(Collectors.joining(System.lineSeparator())));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}

package dev.nanokit.engine.config;

import dev.nanokit.engine.source.Problem;
import dev.nanokit.engine.source.Problems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Problems of several environments, each told once: those that not all of them have say whose they are. */
final class ProblemsByEnvironment {
    private final Map<Problem, Set<String>> environments = new LinkedHashMap<>();
    private final Set<String> looked = new TreeSet<>();

    void add(String environment, Collection<Problem> problems) {
        looked.add(environment);
        problems.forEach(problem ->
                environments.computeIfAbsent(problem, any -> new TreeSet<>()).add(environment));
    }

    /** All of them, in the order of the file. */
    List<Problem> all() {
        List<Problem> all = new ArrayList<>();
        environments.forEach((problem, names) -> all.add(attributed(problem, names)));
        return Problems.inOrderOfTheFile(all);
    }

    private Problem attributed(Problem problem, Set<String> names) {
        if (names.equals(looked)) {
            return problem;
        }
        String whose = " (environment" + (names.size() > 1 ? "s " : " ") + String.join(", ", names) + ")";
        return new Problem(problem.severity(), problem.place(), problem.what() + whose, problem.why(), problem.fix());
    }
}

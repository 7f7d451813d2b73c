package dev.nanokit.engine.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong in a file, so that all of it can be told at once. The same problem counts once. */
public final class Problems {
    private final Set<Problem> found = new LinkedHashSet<>();

    public void add(Problem problem) {
        found.add(problem);
    }

    public void addAll(Collection<Problem> problems) {
        found.addAll(problems);
    }

    public void error(Place place, String what, String why, String fix) {
        add(Problem.error(place, what, why, fix));
    }

    public void warning(Place place, String what, String why, String fix) {
        add(Problem.warning(place, what, why, fix));
    }

    public boolean hasErrors() {
        return found.stream().anyMatch(Problem::isError);
    }

    /** Everything, in the order of the file. */
    public List<Problem> all() {
        List<Problem> all = new ArrayList<>(found);
        all.sort(Problems::inOrderOfTheFile);
        return List.copyOf(all);
    }

    public List<Problem> errors() {
        return all().stream().filter(Problem::isError).toList();
    }

    public List<Problem> warnings() {
        return all().stream().filter(problem -> !problem.isError()).toList();
    }

    /** Throws {@link InvalidConfigException} with every error, if there is one. */
    public void throwIfErrors() {
        if (hasErrors()) {
            throw new InvalidConfigException(errors());
        }
    }

    private static int inOrderOfTheFile(Problem one, Problem other) {
        Place here = one.place();
        Place there = other.place();
        int byFile = here.file().compareTo(there.file());
        int byLine = byFile != 0 ? byFile : Integer.compare(here.line(), there.line());
        return byLine != 0 ? byLine : Integer.compare(here.column(), there.column());
    }
}

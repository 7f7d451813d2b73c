package dev.nanokit.engine.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects what is wrong in a file, so that all of it can be told at once. The same problem counts once. A file with
 * more errors than anybody reads is given up.
 */
public final class Problems {
    /** So many errors are told, and so many warnings. */
    public static final int MOST = 1_000;

    private final Set<Problem> found = new LinkedHashSet<>();
    private int errors;
    private int warnings;

    /** @throws InvalidConfigException with all errors so far, when there are {@link #MOST} */
    public void add(Problem problem) {
        if (problem.isError() || warnings < MOST) {
            count(problem, found.add(problem));
        }
        if (errors >= MOST) {
            throw new InvalidConfigException(errors());
        }
    }

    private void count(Problem problem, boolean isNew) {
        if (isNew && problem.isError()) {
            errors++;
        } else if (isNew) {
            warnings++;
        }
    }

    /** @throws InvalidConfigException with all errors so far, when there are {@link #MOST} */
    public void addAll(Collection<Problem> problems) {
        problems.forEach(this::add);
    }

    public void error(Place place, String what, String why, String fix) {
        add(Problem.error(place, what, why, fix));
    }

    public void warning(Place place, String what, String why, String fix) {
        add(Problem.warning(place, what, why, fix));
    }

    public boolean hasErrors() {
        return errors > 0;
    }

    /** Everything, in the order of the file. */
    public List<Problem> all() {
        return inOrderOfTheFile(found);
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

    /** The problems in the order of the file. */
    public static List<Problem> inOrderOfTheFile(Collection<Problem> problems) {
        List<Problem> all = new ArrayList<>(problems);
        all.sort(Problems::inOrderOfTheFile);
        return List.copyOf(all);
    }

    private static int inOrderOfTheFile(Problem one, Problem other) {
        Place here = one.place();
        Place there = other.place();
        int byFile = here.file().compareTo(there.file());
        int byLine = byFile != 0 ? byFile : Integer.compare(here.line(), there.line());
        return byLine != 0 ? byLine : Integer.compare(here.column(), there.column());
    }
}

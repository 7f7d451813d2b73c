package dev.nanokit.provider.docker.compile;

import dev.nanokit.engine.config.Environment;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.provider.Sources;
import java.util.ArrayList;
import java.util.List;

/** One compilation under way: what it is made from, and the problems met so far. */
record Scope(Environment environment, Sources sources, Names names, List<Problem> problems) {
    static Scope of(Environment environment, Sources sources) {
        return new Scope(
                environment,
                sources,
                new Names(environment.project(), environment.name()),
                new ArrayList<>(sources.problems()));
    }

    Place place(String... path) {
        return environment.places().of(path);
    }

    void error(Place place, String what, String why, String fix) {
        problems.add(Problem.error(place, what, why, fix));
    }

    void warn(Place place, String what, String why, String fix) {
        problems.add(Problem.warning(place, what, why, fix));
    }

    boolean overSsh() {
        return environment.deploy().isPresent();
    }
}

package dev.nanokit.engine.config.check;

import dev.nanokit.engine.config.tree.Block;
import dev.nanokit.engine.source.Problems;

/** A service and a database do not share a name: {@code depends_on} and variables could not tell them apart. */
final class NameRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        draft.databases().forEach((name, database) -> {
            Block service = draft.services().get(name);
            if (service != null) {
                problems.error(
                        database.place(),
                        database.path() + " has the name of a service",
                        service.path() + " stands in line " + service.place().line()
                                + "; depends_on could not tell them apart.",
                        "Rename one of them, such as " + name + "-db.");
            }
        });
    }
}

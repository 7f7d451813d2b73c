package dev.nanokit.engine.config.check;

import dev.nanokit.engine.config.tree.Block;
import dev.nanokit.engine.source.Problems;

/** A database has an engine, and a version that may be part of an image's tag. */
final class DatabaseRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        draft.databases().values().forEach(database -> {
            if (!database.has("engine")) {
                problems.error(
                        database.place(),
                        database.path() + ".engine is missing",
                        "It says what kind of database it is.",
                        "Add engine: postgres, mysql, mongo or redis.");
            }
            checkVersion(database, problems);
        });
    }

    private static void checkVersion(Block database, Problems problems) {
        database.text("version")
                .filter(version -> !version.value().matches("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}"))
                .ifPresent(version -> problems.error(
                        version.place(),
                        database.path() + ".version is no version",
                        "A version has letters, digits, '.', '_' and '-'.",
                        "Write a version such as \"16\" or \"8.4\"."));
    }
}

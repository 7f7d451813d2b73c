package dev.nanokit.engine.config.check;

import dev.nanokit.engine.source.Problems;

/** Something that every environment must keep. */
@FunctionalInterface
interface Rule {
    void check(Draft draft, Problems problems);
}

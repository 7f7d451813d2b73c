package dev.nanokit.github.flow;

import java.nio.file.Path;
import java.util.Optional;

/** Keeps the files that services are built from, for as long as another process may need them. */
@FunctionalInterface
public interface SourceStore {
    /**
     * Keeps what lies in the folder.
     *
     * @return where it can be had; empty where there is nothing in it
     */
    Optional<String> keep(Path folder);
}

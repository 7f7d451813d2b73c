package dev.nanokit.stages.run;

import java.nio.file.Path;
import java.util.Optional;

/** Keeps the files that services are built from, from when a run is asked for until it has ended. */
public interface SourceStore {
    /**
     * Keeps what lies in the folder.
     *
     * @return where it can be had; empty where there is nothing in the folder, or no folder
     * @throws RunFailedException when it can't be kept
     */
    Optional<String> keep(Path folder);

    /**
     * Puts what was kept into the folder, which is empty.
     *
     * @param address as {@link #keep} gave it
     * @throws RunFailedException when it is not there any more, or is not what was kept
     */
    void fetch(String address, Path folder);
}

package dev.nanokit.stages.step;

import dev.nanokit.state.run.RunRequest;
import java.nio.file.Path;

/** Where a run finds what its services are built from. */
@FunctionalInterface
public interface BaseFolders {
    /**
     * The folder of the request's file, with the repository's files as far as they are needed. It stays until the
     * process ends.
     */
    Path of(RunRequest request);
}

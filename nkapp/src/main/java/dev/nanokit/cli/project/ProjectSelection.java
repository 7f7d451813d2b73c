package dev.nanokit.cli.project;

import java.nio.file.Path;
import java.util.Optional;

/** Which file and which environment the command line names, if it names any. */
public record ProjectSelection(Optional<Path> file, Optional<String> environment) {
    public ProjectSelection withEnvironment(String name) {
        return new ProjectSelection(file, Optional.of(name));
    }
}

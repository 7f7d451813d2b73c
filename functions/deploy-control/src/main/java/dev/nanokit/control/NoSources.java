package dev.nanokit.control;

import dev.nanokit.github.flow.SourceStore;
import dev.nanokit.stages.run.RunFailedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Where there is no room for the files that services are built from: those can't be planned. */
final class NoSources implements SourceStore {
    @Override
    public Optional<String> keep(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                throw new RunFailedException(
                        "services that are built from the repository's files can't be planned here",
                        "Set NANOKIT_SOURCES to a bucket, or have the image built elsewhere and name it: image: …");
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the repository's files can't be read", e);
        }
    }
}

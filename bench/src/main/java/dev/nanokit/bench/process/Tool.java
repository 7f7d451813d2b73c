package dev.nanokit.bench.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds programs of other projects: in {@code .nanokit/peers}, where {@code bench/peers/build} puts them, or on the path. */
public final class Tool {
    private Tool() {}

    public static Optional<Path> find(String name) {
        Stream<Path> folders = Stream.concat(
                Stream.of(Path.of(".nanokit/peers")),
                Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(Path::of));
        return folders.map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .map(Path::toAbsolutePath)
                .findFirst();
    }
}

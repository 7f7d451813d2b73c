package dev.nanokit.github.flow;

import dev.nanokit.engine.config.Environment;
import dev.nanokit.engine.config.Service.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder of its own for one plan or apply: with the repository's tree where something is built from it, else empty. */
final class SourceTree implements AutoCloseable {
    private final Path folder;
    private final Path base;

    private SourceTree(Path folder, Path base) {
        this.folder = folder;
        this.base = base;
    }

    static SourceTree of(Commit commit, Target target, Environment environment) {
        try {
            Path folder = Files.createTempDirectory("nanokit-tree-");
            SourceTree tree = new SourceTree(folder, folder.resolve(folderOf(target.file())));
            try {
                if (isBuilt(environment)) {
                    commit.repository().checkout(commit.sha(), folder);
                }
                return tree;
            } catch (RuntimeException e) {
                tree.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("there is no room for the repository's tree", e);
        }
    }

    private static String folderOf(String file) {
        return file.contains("/") ? file.substring(0, file.lastIndexOf('/')) : "";
    }

    private static boolean isBuilt(Environment environment) {
        return environment.services().values().stream()
                .anyMatch(service -> !(service.source() instanceof Source.Image));
    }

    /** The folder of nanokit.yml. */
    Path base() {
        return base;
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the repository's tree could not be removed from " + folder, e);
        }
    }
}

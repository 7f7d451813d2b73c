package dev.nanokit.github.demo;

import dev.nanokit.github.standin.git.Content;
import dev.nanokit.github.standin.git.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder's files as a commit holds them. */
final class FolderContent {
    private FolderContent() {}

    static Map<String, Content> of(Path folder, ObjectStore objects) {
        Map<String, Content> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                content.put(folder.relativize(file).toString(), objects.file(Files.readAllBytes(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return content;
    }
}

package dev.nanokit.cli.github.receive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The files of a folder, as a repository would have them: without {@code .git} and {@code node_modules}. Links are never
 * followed, so nothing outside is read.
 */
final class FolderTree {
    private static final Set<String> NOT_OF_THE_REPOSITORY = Set.of(".git", "node_modules");

    /** The longest file that is read whole, in bytes: longer than any that nanokit.yml's reader takes. */
    private static final int LONGEST = 4 * 1024 * 1024;

    private static final int MOST_FILES = 100_000;
    private static final long MOST_BYTES = 1L << 30;

    private final Path root;

    FolderTree(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** Every regular file of that name, by its path from the root with {@code /} between. Cut at 4 MiB. */
    Map<String, byte[]> named(String fileName) {
        Map<String, byte[]> found = new TreeMap<>();
        walk(new Visitor() {
            @Override
            void file(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile() && file.getFileName().toString().equals(fileName)) {
                    try (InputStream in = Files.newInputStream(file)) {
                        found.put(relative(file), in.readNBytes(LONGEST));
                    }
                }
            }
        });
        return found;
    }

    /**
     * Copies all of it under a folder.
     *
     * @throws TooLargeException at 100,000 files, or 1 GiB
     */
    void copyTo(Path target) {
        walk(new Visitor() {
            private int files;
            private long bytes;

            @Override
            void file(Path file, BasicFileAttributes attributes) throws IOException {
                files++;
                bytes += attributes.size();
                if (files > MOST_FILES || bytes > MOST_BYTES) {
                    throw new TooLargeException(root + " is too large to be copied");
                }
                Path copy = target.resolve(root.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                if (attributes.isRegularFile()) {
                    Files.copy(file, copy);
                } else if (attributes.isSymbolicLink() && staysInside(file)) {
                    Files.createSymbolicLink(copy, Files.readSymbolicLink(file));
                }
            }
        });
    }

    /** Of a link: whether what it says lies in this folder. What it says is not looked up. */
    private boolean staysInside(Path link) throws IOException {
        Path said = Files.readSymbolicLink(link);
        return !said.isAbsolute()
                && link.resolveSibling(said).normalize().startsWith(root)
                && !link.resolveSibling(said).normalize().startsWith(root.resolve(".git"));
    }

    private String relative(Path file) {
        return root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    private void walk(Visitor visitor) {
        try {
            Files.walkFileTree(root, visitor);
        } catch (IOException e) {
            throw new UncheckedIOException(root + " can't be read", e);
        }
    }

    /** The folder is more than is copied. */
    static final class TooLargeException extends RuntimeException {
        TooLargeException(String message) {
            super(message);
        }
    }

    private abstract static class Visitor extends SimpleFileVisitor<Path> {
        abstract void file(Path file, BasicFileAttributes attributes) throws IOException;

        @Override
        public final FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return NOT_OF_THE_REPOSITORY.contains(String.valueOf(folder.getFileName()))
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public final FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            file(file, attributes);
            return FileVisitResult.CONTINUE;
        }
    }
}

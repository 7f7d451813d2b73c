package dev.nanokit.provider.docker.source;

import dev.nanokit.provider.docker.compile.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * The files that a build sees, without those that {@code .dockerignore} leaves out. Its digest and its archive depend
 * on names, contents and the right to execute only: not on times, owners or the order on disk.
 */
public final class BuildContext {
    /** Under this name the engine finds instructions that are not a file of the context. */
    public static final String ADDED_DOCKERFILE = ".nanokit.Dockerfile";

    private static final int EXECUTABLE = 0755;
    private static final int PLAIN = 0644;

    private final SortedMap<String, Path> files;
    private final Optional<byte[]> added;
    private final boolean addedIsSource;

    private BuildContext(SortedMap<String, Path> files, Optional<byte[]> added, boolean addedIsSource) {
        this.files = files;
        this.added = added;
        this.addedIsSource = addedIsSource;
    }

    /** The folder with a Dockerfile of its own. */
    static BuildContext of(Path folder, Path dockerfile) throws IOException {
        DockerIgnore ignore = DockerIgnore.read(folder);
        SortedMap<String, Path> files = files(folder, ignore, false);
        if (!dockerfile.startsWith(folder)) {
            return new BuildContext(files, Optional.of(Files.readAllBytes(dockerfile)), true);
        }
        // The engine needs it, even where it is ignored for COPY.
        files.put(relative(folder, dockerfile), dockerfile);
        return new BuildContext(files, Optional.empty(), false);
    }

    /** The folder with instructions that stand elsewhere; the repository's own data is left out. */
    static BuildContext of(Path folder, String instructions) throws IOException {
        return new BuildContext(
                files(folder, DockerIgnore.read(folder), true),
                Optional.of(instructions.getBytes(StandardCharsets.UTF_8)),
                false);
    }

    private static SortedMap<String, Path> files(Path folder, DockerIgnore ignore, boolean withoutGit)
            throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                String path = relative(folder, directory);
                boolean skipped = !path.isEmpty() && (ignore.ignoresWhole(path) || (withoutGit && path.equals(".git")));
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String path = relative(folder, file);
                if (!ignore.ignores(path) && !attributes.isOther()) {
                    files.put(path, file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    private static String relative(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /** Whether the instructions are not a file of the folder, and go with it as {@link #ADDED_DOCKERFILE}. */
    public boolean hasAddedDockerfile() {
        return added.isPresent();
    }

    boolean contains(String prefix) {
        return files.keySet().stream().anyMatch(path -> path.startsWith(prefix));
    }

    /** The digest of the files that the build sees; instructions that stand in the spec are told apart by that. */
    public String digest() throws IOException {
        Sha256 digest = new Sha256();
        byte[] buffer = new byte[64 * 1024];
        for (var file : files.entrySet()) {
            digest.add(file.getKey());
            if (Files.isSymbolicLink(file.getValue())) {
                digest.add("link").add(Files.readSymbolicLink(file.getValue()).toString());
            } else {
                digest.add(Integer.toOctalString(mode(file.getValue())))
                        .add(Long.toString(Files.size(file.getValue())));
                addContent(digest, file.getValue(), buffer);
            }
        }
        if (addedIsSource) {
            added.ifPresent(bytes -> digest.add(new String(bytes, StandardCharsets.UTF_8)));
        }
        return "sha256:" + digest.hex();
    }

    private static void addContent(Sha256 digest, Path file, byte[] buffer) throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
                digest.addBytes(buffer, count);
            }
        }
    }

    /** Writes the files as a tar archive, as the engine wants them. */
    public void writeTo(OutputStream output) throws IOException {
        try (TarArchiveOutputStream archive = new TarArchiveOutputStream(output, StandardCharsets.UTF_8.name())) {
            archive.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            archive.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            for (var file : files.entrySet()) {
                write(archive, file.getKey(), file.getValue());
            }
            if (added.isPresent()) {
                TarArchiveEntry entry = new TarArchiveEntry(ADDED_DOCKERFILE);
                entry.setSize(added.get().length);
                archive.putArchiveEntry(entry);
                archive.write(added.get());
                archive.closeArchiveEntry();
            }
        }
    }

    private static void write(TarArchiveOutputStream archive, String name, Path file) throws IOException {
        if (Files.isSymbolicLink(file)) {
            TarArchiveEntry link = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
            link.setLinkName(Files.readSymbolicLink(file).toString());
            archive.putArchiveEntry(link);
        } else {
            TarArchiveEntry entry = new TarArchiveEntry(name);
            entry.setSize(Files.size(file));
            entry.setMode(mode(file));
            entry.setModTime(0);
            archive.putArchiveEntry(entry);
            Files.copy(file, archive);
        }
        archive.closeArchiveEntry();
    }

    private static int mode(Path file) {
        return Files.isExecutable(file) ? EXECUTABLE : PLAIN;
    }
}

package dev.nanokit.sources;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;

/**
 * A folder as one file: a gzipped tar of its files and symbolic links. The same content gives the same bytes, whenever
 * and wherever it is packed.
 */
final class Bundle {
    private static final int PLAIN = 0100644;
    private static final int EXECUTABLE = 0100755;

    private Bundle() {}

    /** @return whether there was anything to pack */
    static boolean pack(Path folder, Path into) throws IOException {
        List<Path> paths;
        try (Stream<Path> all = Files.walk(folder)) {
            paths = all.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
        if (paths.isEmpty()) {
            return false;
        }
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(into));
                TarArchiveOutputStream tar = new TarArchiveOutputStream(new GzipCompressorOutputStream(file))) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            for (Path path : paths) {
                add(tar, folder.relativize(path).toString(), path);
            }
        }
        return true;
    }

    private static void add(TarArchiveOutputStream tar, String name, Path path) throws IOException {
        TarArchiveEntry entry = Files.isSymbolicLink(path) ? link(name, path) : file(name, path);
        entry.setLastModifiedTime(FileTime.fromMillis(0));
        tar.putArchiveEntry(entry);
        if (!entry.isSymbolicLink()) {
            Files.copy(path, tar);
        }
        tar.closeArchiveEntry();
    }

    private static TarArchiveEntry link(String name, Path path) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
        entry.setLinkName(Files.readSymbolicLink(path).toString());
        return entry;
    }

    private static TarArchiveEntry file(String name, Path path) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(Files.size(path));
        entry.setMode(Files.isExecutable(path) ? EXECUTABLE : PLAIN);
        return entry;
    }

    /** @throws IOException when it is damaged, holds what {@link #pack} does not write, or the folder can't be written */
    static void unpack(Path file, Path folder) throws IOException {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
                TarArchiveInputStream tar = new TarArchiveInputStream(new GzipCompressorInputStream(raw))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, folder);
            }
        }
    }

    /** No file comes after a link that it could be written through: a path is either the one or the other. */
    private static void unpack(TarArchiveEntry entry, InputStream content, Path folder) throws IOException {
        Path path = folder.resolve(entry.getName()).normalize();
        if (!path.startsWith(folder) || path.equals(folder)) {
            throw new IOException("the entry " + entry.getName() + " leads out of the folder");
        }
        Files.createDirectories(path.getParent());
        if (!path.getParent().toRealPath().equals(folder.toRealPath().resolve(folder.relativize(path.getParent())))) {
            throw new IOException("the entry " + entry.getName() + " lies behind a link");
        }
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, path);
        if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}

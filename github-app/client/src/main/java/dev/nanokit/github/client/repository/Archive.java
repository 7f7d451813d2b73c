package dev.nanokit.github.client.repository;

import dev.nanokit.github.api.GitHubException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * Unpacks an archive that GitHub made of a stranger's commit. Nothing is written outside the folder, nor through a
 * link: paths that lead out and links whose target does are refused, and links are made last.
 */
final class Archive {
    private static final int MOST_ENTRIES = 200_000;
    private static final long MOST_BYTES = 2L << 30;

    private final Path folder;
    private final int mostEntries;
    private final long mostBytes;
    private final Map<Path, String> links = new LinkedHashMap<>();
    private int entries;
    private long bytes;

    Archive(Path folder) {
        this(folder, MOST_ENTRIES, MOST_BYTES);
    }

    Archive(Path folder, int mostEntries, long mostBytes) {
        this.folder = folder.toAbsolutePath().normalize();
        this.mostEntries = mostEntries;
        this.mostBytes = mostBytes;
    }

    /**
     * @throws GitHubException with status 422 when it holds what is refused
     * @throws IOException when it is damaged, or the folder can't be written
     */
    void unpack(Path file) throws IOException {
        Files.createDirectories(folder);
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
                TarArchiveInputStream tar = new TarArchiveInputStream(
                        GzipCompressorInputStream.builder().setInputStream(raw).get())) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (++entries > mostEntries) {
                    throw refused("it has more than " + mostEntries + " files and folders");
                }
                unpack(entry, tar);
            }
        }
        for (Map.Entry<Path, String> link : links.entrySet()) {
            makeLink(link.getKey(), link.getValue());
        }
    }

    private void unpack(TarArchiveEntry entry, InputStream content) throws IOException {
        Path path = path(entry.getName());
        if (path.equals(folder)) {
            return;
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
        } else if (entry.isSymbolicLink()) {
            links.put(path, entry.getLinkName());
        } else if (isPlainFile(entry)) {
            write(path, content, (entry.getMode() & 0100) != 0);
        } else if (!entry.isGlobalPaxHeader()) {
            throw refused(entry.getName() + " is neither file, folder nor symbolic link");
        }
    }

    private static boolean isPlainFile(TarArchiveEntry entry) {
        byte kind = entry.getLinkFlag();
        return kind == TarConstants.LF_NORMAL || kind == TarConstants.LF_OLDNORM || kind == TarConstants.LF_CONTIG;
    }

    /** Below the archive's one top folder, which GitHub names after repository and commit. */
    private Path path(String name) {
        int top = name.indexOf('/');
        String inside = top < 0 ? "" : name.substring(top + 1);
        try {
            Path path = folder.resolve(inside).normalize();
            if (inside.startsWith("/") || !path.startsWith(folder) || hasParent(Path.of(inside))) {
                throw refused(name + " leads out of the folder");
            }
            return path;
        } catch (InvalidPathException e) {
            throw refused("a path in it is none on this machine");
        }
    }

    private static boolean hasParent(Path path) {
        for (Path part : path) {
            if (part.toString().equals("..")) {
                return true;
            }
        }
        return false;
    }

    private void write(Path path, InputStream content, boolean executable) throws IOException {
        Files.createDirectories(path.getParent());
        try (OutputStream out = Files.newOutputStream(path, StandardOpenOption.CREATE_NEW)) {
            byte[] buffer = new byte[16 << 10];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                bytes += read;
                if (bytes > mostBytes) {
                    throw refused("unpacked it has more than " + mostBytes + " bytes");
                }
                out.write(buffer, 0, read);
            }
        }
        if (executable) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private void makeLink(Path path, String target) throws IOException {
        Files.createDirectories(path.getParent());
        if (!path.getParent().toRealPath().equals(folder.toRealPath().resolve(folder.relativize(path.getParent())))) {
            throw refused("the link " + folder.relativize(path) + " lies behind another link");
        }
        if (!staysInside(path, target)) {
            throw refused("the link " + folder.relativize(path) + " leads out of the folder");
        }
        Files.createSymbolicLink(path, Path.of(target));
    }

    /**
     * Only leading {@code ..} are let through: they count from a real folder. One after a name might count from
     * wherever another link of that name leads.
     */
    private boolean staysInside(Path link, String target) {
        Path to = Path.of(target);
        boolean named = false;
        for (Path part : to) {
            boolean up = part.toString().equals("..");
            if (up && named) {
                return false;
            }
            named |= !up;
        }
        return !to.isAbsolute() && link.getParent().resolve(to).normalize().startsWith(folder);
    }

    private static GitHubException refused(String why) {
        return new GitHubException("the commit's archive is not unpacked: " + why, 422, null, null);
    }
}

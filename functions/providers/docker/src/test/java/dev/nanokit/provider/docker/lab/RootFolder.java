package dev.nanokit.provider.docker.lab;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** The root folder of an image under construction, as a tar archive. */
final class RootFolder {
    private static final Path BUSYBOX = Path.of("/bin/busybox");
    private static final List<String> APPLETS = List.of(
            "sh",
            "sleep",
            "httpd",
            "wget",
            "cat",
            "echo",
            "hostname",
            "kill",
            "ls",
            "mkdir",
            "nc",
            "printf",
            "test",
            "touch",
            "true",
            "false",
            "env",
            "grep",
            "nslookup",
            "stat",
            "sed",
            "date",
            "chmod",
            "chown",
            "id",
            "su",
            "rm");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final TarArchiveOutputStream archive = new TarArchiveOutputStream(bytes);
    private final Set<String> names = new HashSet<>();

    private RootFolder() {
        archive.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    }

    static RootFolder withBusybox() {
        RootFolder root = new RootFolder()
                .copy(BUSYBOX, "bin/busybox")
                .file("etc/passwd", "root:x:0:0:root:/:/bin/sh\npostgres:x:70:70::/:/bin/sh\n", false)
                .folder("tmp/");
        APPLETS.forEach(applet -> root.link("bin/" + applet, "busybox"));
        return root;
    }

    RootFolder file(String name, String content, boolean executable) {
        return entry(name, content.getBytes(StandardCharsets.UTF_8), executable);
    }

    RootFolder folder(String name) {
        return put(new TarArchiveEntry(name), new byte[0]);
    }

    RootFolder link(String name, String target) {
        TarArchiveEntry link = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
        link.setLinkName(target);
        return put(link, new byte[0]);
    }

    /** A file of this machine, links followed. */
    RootFolder copy(Path file, String name) {
        try {
            return entry(name, Files.readAllBytes(file), Files.isExecutable(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All files below a folder of this machine, at the same path. */
    RootFolder copyAll(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> copy(file, file.toString().substring(1)));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RootFolder entry(String name, byte[] content, boolean executable) {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        entry.setMode(executable ? 0755 : 0644);
        return put(entry, content);
    }

    private RootFolder put(TarArchiveEntry entry, byte[] content) {
        try {
            if (names.add(entry.getName())) {
                archive.putArchiveEntry(entry);
                archive.write(content);
                archive.closeArchiveEntry();
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] archive() {
        try {
            archive.close();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.nanokit.github.client.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nanokit.github.api.GitHubException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that somebody made with care. */
class ArchiveTest {
    @TempDir
    Path place;

    @FunctionalInterface
    private interface Entries {
        void addTo(TarArchiveOutputStream tar) throws IOException;
    }

    private Path archive(Entries entries) throws IOException {
        Path file = place.resolve("archive.tar.gz");
        try (OutputStream out = Files.newOutputStream(file);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(new GzipCompressorOutputStream(out))) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            entries.addTo(tar);
        }
        return file;
    }

    private static void file(TarArchiveOutputStream tar, String name, String text) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }

    private static void link(TarArchiveOutputStream tar, String name, byte kind, String target) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, kind, true);
        entry.setLinkName(target);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    private Path inside() {
        return place.resolve("inside");
    }

    private void refused(Entries entries, String why) throws IOException {
        Path archive = archive(entries);

        assertThatThrownBy(() -> new Archive(inside(), 10, 100).unpack(archive))
                .isInstanceOfSatisfying(
                        GitHubException.class, e -> assertThat(e.status()).isEqualTo(422))
                .hasMessageContaining(why);
        try (var files = Files.list(place)) {
            assertThat(files.map(path -> path.getFileName().toString())).containsOnly("archive.tar.gz", "inside");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"top/../../evil", "top/a/../../../evil", "top//etc/evil", "top/a/../b"})
    void aPathThatLeadsOutIsRefused(String name) throws IOException {
        refused(tar -> file(tar, name, "x"), "leads out of the folder");
    }

    @ParameterizedTest
    @CsvSource({"../evil", "/etc/passwd", "a/../../evil", "a/../b"})
    void aLinkThatLeadsOutOrMightIsRefused(String target) throws IOException {
        refused(tar -> link(tar, "top/link", TarConstants.LF_SYMLINK, target), "the link link leads out of the folder");
    }

    @Test
    void nothingIsWrittenThroughALink() throws IOException {
        Path outside = Files.createDirectory(place.resolve("archive.tar.gz.d"));
        Path archive = archive(tar -> {
            link(tar, "top/way", TarConstants.LF_SYMLINK, "real");
            file(tar, "top/real/x", "x");
            link(tar, "top/way/back", TarConstants.LF_SYMLINK, "..");
        });

        assertThatThrownBy(() -> new Archive(inside(), 10, 100).unpack(archive))
                .isInstanceOf(GitHubException.class)
                .hasMessageContaining("lies behind another link");
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void aFileInThePlaceOfALinkIsNotWrittenThroughIt() throws IOException {
        Path archive = archive(tar -> {
            link(tar, "top/same", TarConstants.LF_SYMLINK, "elsewhere");
            file(tar, "top/same", "x");
        });

        assertThatThrownBy(() -> new Archive(inside(), 10, 100).unpack(archive)).isInstanceOf(IOException.class);
        assertThat(inside().resolve("elsewhere")).doesNotExist();
    }

    @Test
    void hardLinksAndDevicesAreRefused() throws IOException {
        refused(
                tar -> link(tar, "top/hard", TarConstants.LF_LINK, "/etc/passwd"),
                "top/hard is neither file, folder nor symbolic link");
        refused(
                tar -> link(tar, "top/fifo", TarConstants.LF_FIFO, ""),
                "top/fifo is neither file, folder nor symbolic link");
    }

    @Test
    void moreBytesThanMayBeAreRefused() throws IOException {
        refused(tar -> file(tar, "top/a", "x".repeat(101)), "unpacked it has more than 100 bytes");
    }

    @Test
    void moreFilesThanMayBeAreRefused() throws IOException {
        refused(
                tar -> {
                    for (int i = 0; i < 11; i++) {
                        file(tar, "top/" + i, "");
                    }
                },
                "more than 10 files and folders");
    }

    @Test
    void aLongPathAndALinkInsideAreFine() throws IOException {
        String deep = "d/".repeat(80) + "file";
        Path archive = archive(tar -> {
            link(tar, "top/a/link", TarConstants.LF_SYMLINK, "../" + deep);
            file(tar, "top/" + deep, "x");
        });

        new Archive(inside(), 200, 100).unpack(archive);

        assertThat(inside().resolve("a/link")).hasContent("x");
    }
}

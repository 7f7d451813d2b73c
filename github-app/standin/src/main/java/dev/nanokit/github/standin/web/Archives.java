package dev.nanokit.github.standin.web;

import dev.nanokit.github.standin.git.Commit;
import dev.nanokit.github.standin.git.Content;
import dev.nanokit.github.standin.git.TreeEntry.Mode;
import dev.nanokit.github.standin.world.Repo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;

/** A commit as a .tar.gz, as GitHub makes it: all in one folder named after repository and commit. */
final class Archives {
    private Archives() {}

    static byte[] of(Repo repo, Commit commit) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String top =
                repo.owner().login() + "-" + repo.name() + "-" + commit.id().substring(0, 7) + "/";
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GzipCompressorOutputStream(bytes), "UTF-8")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.putArchiveEntry(new TarArchiveEntry(top));
            tar.closeArchiveEntry();
            for (Map.Entry<String, Content> file : commit.files().entrySet()) {
                if (file.getValue().mode() != Mode.SUBMODULE) {
                    add(tar, top + file.getKey(), file.getValue(), repo);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void add(TarArchiveOutputStream tar, String path, Content content, Repo repo) throws IOException {
        byte[] bytes = repo.objects().blob(content.id()).orElseThrow();
        if (content.mode() == Mode.LINK) {
            TarArchiveEntry link = new TarArchiveEntry(path, TarConstants.LF_SYMLINK);
            link.setLinkName(new String(bytes, StandardCharsets.UTF_8));
            tar.putArchiveEntry(link);
        } else {
            TarArchiveEntry file = new TarArchiveEntry(path);
            file.setSize(bytes.length);
            file.setMode(content.mode() == Mode.PROGRAM ? 0100755 : 0100644);
            tar.putArchiveEntry(file);
            tar.write(bytes);
        }
        tar.closeArchiveEntry();
    }
}

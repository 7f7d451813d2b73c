package dev.nanokit.cli.operation;

import dev.nanokit.cli.report.Failure;
import dev.nanokit.cli.report.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file so that whoever looks sees the old one or the new one, never half of it. */
public final class AtomicFile {
    private AtomicFile() {}

    /** @throws Refusal when it can't be written; a file that was there is then unchanged */
    public static void write(Path file, String text) {
        Path folder = file.toAbsolutePath().getParent();
        Path partial = null;
        try {
            partial = Files.createTempFile(folder, "." + file.getFileName(), ".partial");
            Files.writeString(partial, text);
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            delete(partial);
            throw new Refusal(Failure.failed(
                    "io",
                    file + " can't be written",
                    Files.isDirectory(folder) ? String.valueOf(e.getMessage()) : "there is no folder " + folder,
                    "see that the folder is there, that this user may write in it, and that the disk has room"));
        }
    }

    private static void delete(Path partialOrNull) {
        try {
            if (partialOrNull != null) {
                Files.deleteIfExists(partialOrNull);
            }
        } catch (IOException e) {
            // What could not be written can't be taken away either: the first failure says why.
            return;
        }
    }
}

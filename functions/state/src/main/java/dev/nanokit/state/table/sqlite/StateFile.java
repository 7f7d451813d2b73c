package dev.nanokit.state.table.sqlite;

import dev.nanokit.state.table.TableException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** The file on disk: made so that only its owner can read it, since it holds the environments' sealing keys. */
final class StateFile {
    private StateFile() {}

    /** Makes the folder (0700) and the file (0600) where they are missing. What is there already stays as it is. */
    static void prepare(Path file) {
        try {
            Files.createDirectories(file.getParent(), mode(file, "rwx------"));
            if (!Files.exists(file)) {
                Files.createFile(file, mode(file, "rw-------"));
            }
        } catch (FileAlreadyExistsException e) {
            if (!Files.isRegularFile(file)) {
                throw unusable(file, e);
            }
        } catch (IOException | UnsupportedOperationException e) {
            throw unusable(file, e);
        }
    }

    private static FileAttribute<?>[] mode(Path file, String permissions) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static TableException unusable(Path file, Exception cause) {
        String reason = cause instanceof FileSystemException failure && failure.getReason() != null
                ? failure.getReason()
                : cause.getClass().getSimpleName();
        String where = cause instanceof FileSystemException failure ? failure.getFile() : file.toString();
        return new TableException(
                "the state file " + file + " can't be made: " + where + ": " + reason,
                false,
                "Make the folder writable for this user, or keep the state elsewhere: set NANOKIT_STATE="
                        + "sqlite:///path/state.db or XDG_STATE_HOME=/path.",
                cause);
    }
}

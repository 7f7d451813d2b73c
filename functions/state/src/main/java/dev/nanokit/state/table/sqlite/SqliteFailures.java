package dev.nanokit.state.table.sqlite;

import dev.nanokit.state.table.TableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Says what a failure of SQLite means for whoever owns the file, and what to do about it. */
final class SqliteFailures {
    private static final int PRIMARY_CODE = 0xff;
    private static final long NEARLY_NOTHING = 256 * 1024;

    private final Path file;

    SqliteFailures(Path file) {
        this.file = file;
    }

    static boolean isBusy(SQLException e) {
        SQLiteErrorCode code = primary(e);
        return code == SQLiteErrorCode.SQLITE_BUSY || code == SQLiteErrorCode.SQLITE_LOCKED;
    }

    TableException explain(SQLException e) {
        return switch (primary(e)) {
            case SQLITE_BUSY, SQLITE_LOCKED ->
                failure(
                        "has been locked by another process for " + SqliteTable.BUSY_TIMEOUT.toSeconds() + " s",
                        true,
                        "Try again. If it lasts, see which process has it open: fuser " + file,
                        e);
            case SQLITE_FULL -> full(e);
            case SQLITE_CORRUPT, SQLITE_NOTADB -> corrupt(e);
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN, SQLITE_AUTH ->
                failure(
                        "can't be written",
                        false,
                        "Make the file and its folder writable for this user, or keep the state elsewhere: set"
                                + " NANOKIT_STATE=sqlite:///path/state.db or XDG_STATE_HOME=/path.",
                        e);
            case SQLITE_IOERR -> diskIsFull() ? full(e) : failure("can't be read or written", true, CHECK_DISK, e);
            default -> failure("can't be used", false, CHECK_DISK, e);
        };
    }

    private static final String CHECK_DISK =
            "Check the disk. Keep the state on a local one: network file systems don't lock files reliably.";

    TableException corrupt(SQLException e) {
        return failure(
                "is corrupt",
                false,
                "Move it aside: mv " + file + " " + file + ".corrupt (and " + file + "-wal, if it is there). The next"
                        + " run begins with an empty state, and adopts what exists by its labels.",
                e);
    }

    private TableException full(SQLException e) {
        return failure(
                "can't be written: the disk is full",
                true,
                "Free some space on the disk of " + file.getParent() + " and run again; what was recorded so far is"
                        + " kept.",
                e);
    }

    private TableException failure(String what, boolean retryable, String fix, SQLException e) {
        return new TableException(
                "the state file " + file + " " + what + " (" + e.getMessage() + ")", retryable, fix, e);
    }

    private boolean diskIsFull() {
        try {
            return Files.getFileStore(file).getUsableSpace() < NEARLY_NOTHING;
        } catch (IOException e) {
            return false;
        }
    }

    private static SQLiteErrorCode primary(SQLException e) {
        return e instanceof SQLiteException sqlite
                ? SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & PRIMARY_CODE)
                : SQLiteErrorCode.UNKNOWN_ERROR;
    }
}

package dev.nanokit.state.table.sqlite;

import dev.nanokit.state.table.TableException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.sqlite.SQLiteConfig;

/** Opens the database so that what it acknowledges lasts, and others may use it at the same time. */
final class SqliteConnection {
    private static final long PAUSE_MILLIS = 5;

    private SqliteConnection() {}

    static Connection open(Path file, Duration busyTimeout) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout((int) busyTimeout.toMillis());
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        Connection connection = null;
        try {
            connection = config.createConnection("jdbc:sqlite:" + address(file));
            boolean made = Schema.isThere(connection, file);
            useWriteAheadLog(connection, System.nanoTime() + busyTimeout.toNanos());
            if (!made) {
                Schema.create(connection, file);
            }
            return connection;
        } catch (SQLException e) {
            close(connection);
            throw new SqliteFailures(file).explain(e);
        } catch (TableException e) {
            close(connection);
            throw e;
        }
    }

    /** The path in the form that is not searched for settings after a question mark. */
    private static String address(Path file) {
        return "file:" + file.toUri().getRawPath();
    }

    /**
     * Switches the file over; it stays so. SQLite does not wait for other processes here, so several that make the same
     * file at once have to try again.
     */
    private static void useWriteAheadLog(Connection connection, long deadline) throws SQLException {
        while (true) {
            try (Statement statement = connection.createStatement();
                    ResultSet mode = statement.executeQuery("PRAGMA journal_mode = WAL")) {
                mode.next();
                return;
            } catch (SQLException e) {
                if (!SqliteFailures.isBusy(e) || System.nanoTime() > deadline) {
                    throw e;
                }
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            // The failure that led here says more.
        }
    }
}

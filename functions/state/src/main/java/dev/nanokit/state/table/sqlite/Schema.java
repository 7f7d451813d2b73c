package dev.nanokit.state.table.sqlite;

import dev.nanokit.state.table.TableException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The file's schema, numbered by {@code PRAGMA user_version}. Several processes may find an empty file at once. */
final class Schema {
    static final int VERSION = 1;
    /** "nank": how {@code file} and other programs can tell whose database it is. */
    static final int APPLICATION_ID = 0x6e616e6b;

    private Schema() {}

    /**
     * Whether the schema is there. Changes nothing.
     *
     * @throws TableException when what is there is not ours to use
     */
    static boolean isThere(Connection connection, Path file) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return current(statement, file);
        }
    }

    static void create(Connection connection, Path file) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            try {
                if (!current(statement, file)) {
                    create(statement);
                }
                statement.execute("COMMIT");
            } catch (SQLException | RuntimeException e) {
                statement.execute("ROLLBACK");
                throw e;
            }
        }
    }

    private static boolean current(Statement statement, Path file) throws SQLException {
        long version = number(statement, "PRAGMA user_version");
        if (version == 0 && number(statement, "SELECT count(*) FROM sqlite_schema") == 0) {
            return false;
        }
        if (number(statement, "PRAGMA application_id") != APPLICATION_ID) {
            throw new TableException(
                    "the file " + file + " is the database of another program",
                    false,
                    "Name another file in NANOKIT_STATE, such as sqlite:///path/state.db.",
                    null);
        }
        if (version > VERSION) {
            throw new TableException(
                    "the state file " + file + " was written by a newer nkapp: its schema is " + version
                            + ", and this one knows " + VERSION,
                    false,
                    "Use the newer nkapp.",
                    null);
        }
        return true;
    }

    private static void create(Statement statement) throws SQLException {
        statement.execute("""
                CREATE TABLE item (
                  partition  TEXT    NOT NULL,
                  sort       TEXT    NOT NULL,
                  version    INTEGER NOT NULL,
                  token      INTEGER NOT NULL,
                  body       TEXT    NOT NULL,
                  expires_at INTEGER,
                  PRIMARY KEY (partition, sort)
                ) STRICT, WITHOUT ROWID
                """);
        statement.execute("CREATE INDEX item_expires_at ON item (expires_at) WHERE expires_at IS NOT NULL");
        statement.execute("PRAGMA application_id = " + APPLICATION_ID);
        statement.execute("PRAGMA user_version = " + VERSION);
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}

package dev.nanokit.state.table.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * The connection's statements, each compiled when it is first used and kept: SQLite takes longer to compile one of ours
 * than to run it. For one caller at a time, who closes what a statement gives before it is used again.
 */
final class Statements {
    private final Connection connection;
    private final Map<String, PreparedStatement> compiled = new HashMap<>();

    Statements(Connection connection) {
        this.connection = connection;
    }

    /** The statement, with the parameters that it had the last time. */
    PreparedStatement of(String sql) throws SQLException {
        PreparedStatement statement = compiled.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            compiled.put(sql, statement);
        }
        return statement;
    }

    /** Lets go of them all: after a failure, the one that failed may not be fit for use. */
    void forget() {
        for (PreparedStatement statement : compiled.values()) {
            close(statement);
        }
        compiled.clear();
    }

    private static void close(PreparedStatement statement) {
        try {
            statement.close();
        } catch (SQLException e) {
            // It tells again of the failure that it was closed for.
        }
    }
}

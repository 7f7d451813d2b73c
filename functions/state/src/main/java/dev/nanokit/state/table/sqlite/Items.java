package dev.nanokit.state.table.sqlite;

import dev.nanokit.state.table.Item;
import dev.nanokit.state.table.ItemKey;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The SQL about items. Transactions are the caller's. */
final class Items {
    private static final int PURGED_AT_ONCE = 200;
    private static final String GET = """
            SELECT sort, version, token, body, expires_at FROM item
            WHERE partition = ? AND sort = ? AND (expires_at IS NULL OR expires_at > ?)
            """;
    private static final String PAGE = """
            SELECT sort, version, token, body, expires_at FROM item
            WHERE partition = ? AND sort >= ? AND (expires_at IS NULL OR expires_at > ?)
            ORDER BY sort LIMIT ?
            """;
    private static final String PAGE_TO = """
            SELECT sort, version, token, body, expires_at FROM item
            WHERE partition = ? AND sort >= ? AND sort < ? AND (expires_at IS NULL OR expires_at > ?)
            ORDER BY sort LIMIT ?
            """;
    private static final String PUT = """
            INSERT OR REPLACE INTO item (partition, sort, version, token, body, expires_at)
            VALUES (?, ?, ?, ?, ?, ?)
            """;
    private static final String INSERT = """
            INSERT INTO item (partition, sort, version, token, body, expires_at)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (partition, sort) DO UPDATE SET
              version = excluded.version, token = excluded.token, body = excluded.body, expires_at = excluded.expires_at
              WHERE item.expires_at IS NOT NULL AND item.expires_at <= ?
            """;
    private static final String DELETE = "DELETE FROM item WHERE partition = ? AND sort = ?";
    private static final String PURGE = """
            DELETE FROM item WHERE (partition, sort) IN
              (SELECT partition, sort FROM item WHERE expires_at IS NOT NULL AND expires_at <= ? LIMIT ?)
            """;

    private final Statements statements;

    Items(Statements statements) {
        this.statements = statements;
    }

    Optional<Item> get(ItemKey key, long now) throws SQLException {
        PreparedStatement select = statements.of(GET);
        select.setString(1, key.partition());
        select.setString(2, key.sort());
        select.setLong(3, now);
        return read(key.partition(), select).stream().findFirst();
    }

    List<Item> page(String partition, SortRange range, int size, long now) throws SQLException {
        PreparedStatement select = statements.of(range.to().isPresent() ? PAGE_TO : PAGE);
        int parameter = 0;
        select.setString(++parameter, partition);
        select.setString(++parameter, range.from());
        if (range.to().isPresent()) {
            select.setString(++parameter, range.to().get());
        }
        select.setLong(++parameter, now);
        select.setInt(++parameter, size);
        return read(partition, select);
    }

    void put(Item item) throws SQLException {
        PreparedStatement put = statements.of(PUT);
        set(put, item);
        put.executeUpdate();
    }

    /** Puts an item where there is none, or one that has expired; false, and nothing changed, where there is one. */
    boolean insert(Item item, long now) throws SQLException {
        PreparedStatement insert = statements.of(INSERT);
        set(insert, item);
        insert.setLong(7, now);
        return insert.executeUpdate() == 1;
    }

    private static void set(PreparedStatement statement, Item item) throws SQLException {
        statement.setString(1, item.key().partition());
        statement.setString(2, item.key().sort());
        statement.setLong(3, item.version());
        statement.setLong(4, item.token());
        statement.setString(5, item.body());
        if (item.expiresAt().isPresent()) {
            statement.setLong(6, item.expiresAt().getAsLong());
        } else {
            statement.setNull(6, Types.INTEGER);
        }
    }

    void delete(ItemKey key) throws SQLException {
        PreparedStatement delete = statements.of(DELETE);
        delete.setString(1, key.partition());
        delete.setString(2, key.sort());
        delete.executeUpdate();
    }

    /** Removes some of what has expired: not all at once, so that nobody waits for it. */
    void purge(long now) throws SQLException {
        PreparedStatement delete = statements.of(PURGE);
        delete.setLong(1, now);
        delete.setInt(2, PURGED_AT_ONCE);
        delete.executeUpdate();
    }

    private static List<Item> read(String partition, PreparedStatement select) throws SQLException {
        List<Item> items = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                items.add(new Item(
                        new ItemKey(partition, row.getString(1)),
                        row.getLong(2),
                        row.getLong(3),
                        row.getString(4),
                        orEmpty(row, 5)));
            }
        }
        return items;
    }

    private static OptionalLong orEmpty(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }
}

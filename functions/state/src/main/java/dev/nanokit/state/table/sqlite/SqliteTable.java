package dev.nanokit.state.table.sqlite;

import dev.nanokit.state.table.Condition;
import dev.nanokit.state.table.ConditionFailedException;
import dev.nanokit.state.table.Item;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.TransactionLimits;
import dev.nanokit.state.table.Write;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The table in one SQLite file, for one machine: what {@code nkapp} uses unless told otherwise. Several processes may
 * have it open at once. Every acknowledged transaction is on the disk (write-ahead log, {@code synchronous=FULL}).
 *
 * <p>One connection serves the whole process, one call at a time; between processes SQLite's own locks decide.
 */
public final class SqliteTable implements Table {
    /** How long a process waits for another one's transaction, which takes milliseconds. */
    static final Duration BUSY_TIMEOUT = Duration.ofSeconds(10);

    private static final int PAGE = 500;

    private final Connection connection;
    private final Statements statements;
    private final Items items;
    private final SqliteFailures failures;
    private final InstantSource clock;
    private final ReentrantLock turn = new ReentrantLock();

    private SqliteTable(Connection connection, Path file, InstantSource clock) {
        this.connection = connection;
        this.statements = new Statements(connection);
        this.items = new Items(statements);
        this.failures = new SqliteFailures(file);
        this.clock = clock;
    }

    /**
     * Opens the file; makes it (0600), its folder (0700) and its schema where they are missing.
     *
     * @param clock decides what has expired
     * @throws dev.nanokit.state.table.TableException when the file can't be made, is corrupt, or is not ours
     */
    public static SqliteTable open(Path file, InstantSource clock) {
        Path absolute = file.toAbsolutePath();
        StateFile.prepare(absolute);
        return new SqliteTable(SqliteConnection.open(absolute, BUSY_TIMEOUT), absolute, clock);
    }

    @Override
    public Optional<Item> get(ItemKey key) {
        return exclusively(() -> items.get(key, now()));
    }

    @Override
    public void query(String partition, String sortPrefix, int limit, Consumer<Item> each) {
        SortRange range = SortRange.of(sortPrefix);
        int left = limit;
        while (left > 0) {
            SortRange rest = range;
            int size = Math.min(left, PAGE);
            List<Item> page = exclusively(() -> items.page(partition, rest, size, now()));
            page.forEach(each);
            if (page.size() < size) {
                return;
            }
            left -= size;
            range = range.after(page.getLast().key().sort());
        }
    }

    @Override
    public void transact(List<Write> writes) {
        TransactionLimits.check(writes);
        exclusively(() -> {
            if (!inTransaction(() -> writeAtOnce(writes))) {
                inTransaction(() -> {
                    check(writes);
                    return write(writes, false);
                });
            }
            return null;
        });
    }

    /** Commits what gives true, and takes back what gives false or throws. */
    private boolean inTransaction(Work<Boolean> work) throws SQLException {
        execute("BEGIN IMMEDIATE");
        boolean committed = false;
        try {
            if (work.run()) {
                execute("COMMIT");
                committed = true;
            }
        } finally {
            if (!committed) {
                rollBack();
            }
        }
        return committed;
    }

    /**
     * Leaves it to the insertion to see that an item is absent: half as many statements. False where a condition does not
     * hold; which ones, nobody knows then.
     */
    private boolean writeAtOnce(List<Write> writes) throws SQLException {
        for (Write write : writes) {
            if (!isInsertion(write) && !holds(write)) {
                return false;
            }
        }
        return write(writes, true);
    }

    private static boolean isInsertion(Write write) {
        return write instanceof Write.Put && write.condition() instanceof Condition.Absent;
    }

    private boolean holds(Write write) throws SQLException {
        return write.condition() instanceof Condition.Always || holds(write.condition(), items.get(write.key(), now()));
    }

    private void check(List<Write> writes) throws SQLException {
        List<ConditionFailedException.Failure> failed = new ArrayList<>();
        for (Write write : writes) {
            if (write.condition() instanceof Condition.Always) {
                continue;
            }
            Optional<Item> current = items.get(write.key(), now());
            if (!holds(write.condition(), current)) {
                failed.add(new ConditionFailedException.Failure(write, current));
            }
        }
        if (!failed.isEmpty()) {
            throw new ConditionFailedException(failed);
        }
    }

    private static boolean holds(Condition condition, Optional<Item> current) {
        return switch (condition) {
            case Condition.Always() -> true;
            case Condition.Absent() -> current.isEmpty();
            case Condition.VersionIs(long version) ->
                current.filter(item -> item.version() == version).isPresent();
            case Condition.TokenIs(long token) ->
                current.filter(item -> item.token() == token).isPresent();
        };
    }

    /** @param unchecked whether nobody has looked yet if what is to be inserted is absent; false as soon as it is not */
    private boolean write(List<Write> writes, boolean unchecked) throws SQLException {
        boolean leavesGarbage = false;
        for (Write write : writes) {
            switch (write) {
                case Write.Put put
                when unchecked && isInsertion(put) -> {
                    if (!items.insert(put.item(), now())) {
                        return false;
                    }
                }
                case Write.Put put -> items.put(put.item());
                case Write.Delete delete -> items.delete(delete.key());
                case Write.Check check -> {}
            }
            leavesGarbage |=
                    write instanceof Write.Put put && put.item().expiresAt().isPresent();
        }
        if (leavesGarbage) {
            items.purge(now());
        }
        return true;
    }

    /** After some failures SQLite has rolled back by itself; that there is nothing left to roll back is no failure. */
    private void rollBack() {
        try {
            execute("ROLLBACK");
        } catch (SQLException e) {
            // Whatever led here is on its way to the caller, and says more.
        }
    }

    private void execute(String sql) throws SQLException {
        statements.of(sql).execute();
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }

    @Override
    public void close() {
        exclusively(() -> {
            statements.forget();
            connection.close();
            return null;
        });
    }

    private interface Work<T> {
        T run() throws SQLException;
    }

    private <T> T exclusively(Work<T> work) {
        turn.lock();
        try {
            return work.run();
        } catch (SQLException e) {
            statements.forget();
            throw failures.explain(e);
        } finally {
            turn.unlock();
        }
    }
}

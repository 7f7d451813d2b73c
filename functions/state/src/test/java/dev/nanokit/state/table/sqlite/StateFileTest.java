package dev.nanokit.state.table.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.nanokit.state.ManualClock;
import dev.nanokit.state.table.Condition;
import dev.nanokit.state.table.Item;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.TableException;
import dev.nanokit.state.table.Write;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {
    private static final Condition ALWAYS = new Condition.Always();

    @TempDir
    Path folder;

    private final ManualClock clock = new ManualClock();

    @Test
    void onlyTheOwnerMayReadTheFileAndItsFolder() throws Exception {
        Path file = folder.resolve("state/nanokit/state.db");

        try (SqliteTable table = SqliteTable.open(file, clock)) {
            table.transact(List.of(put("a", "{}")));
            assertThat(permissions(file)).isEqualTo("rw-------");
            assertThat(permissions(file.resolveSibling("state.db-wal"))).isEqualTo("rw-------");
        }

        assertThat(permissions(file.getParent())).isEqualTo("rwx------");
    }

    @Test
    void everyTransactionIsForcedToTheDisk() throws Exception {
        try (Connection connection = SqliteConnection.open(prepared("state.db"), Duration.ofSeconds(1));
                Statement statement = connection.createStatement()) {
            assertThat(value(statement, "PRAGMA journal_mode")).isEqualTo("wal");
            assertThat(value(statement, "PRAGMA synchronous")).isEqualTo("2");
        }
    }

    @Test
    void fileIsReadAgainByTheNextProcess() {
        Path file = folder.resolve("a folder/with #1? 100%.db");
        try (SqliteTable table = SqliteTable.open(file, clock)) {
            table.transact(List.of(put("a", "{}")));
        }

        assertThat(file).exists();
        try (SqliteTable table = SqliteTable.open(file, clock)) {
            assertThat(table.get(new ItemKey("p", "a"))).isPresent();
        }
    }

    @Test
    void manyMayMakeTheSameFileAtOnce() throws Exception {
        Path file = folder.resolve("state.db");
        int openers = 8;
        CyclicBarrier start = new CyclicBarrier(openers);
        List<Future<?>> opened = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(openers)) {
            for (int i = 0; i < openers; i++) {
                String name = "R#" + i;
                opened.add(executor.submit(() -> {
                    start.await();
                    try (SqliteTable table = SqliteTable.open(file, clock)) {
                        table.transact(List.of(put(name, "{}")));
                    }
                    return null;
                }));
            }
            for (Future<?> one : opened) {
                one.get();
            }
        }

        List<String> found = new ArrayList<>();
        try (SqliteTable table = SqliteTable.open(file, clock)) {
            table.query("p", "R#", item -> found.add(item.key().sort()));
        }
        assertThat(found).hasSize(openers);
    }

    @Test
    void corruptFileIsSaidToBeCorruptAndWhereToPutIt() throws Exception {
        Path file = folder.resolve("state.db");
        Files.writeString(file, "this is no database, though it is long enough to be one".repeat(20));

        TableException failure = catchThrowableOfType(TableException.class, () -> SqliteTable.open(file, clock));

        assertThat(failure).hasMessageContaining("the state file " + file + " is corrupt");
        assertThat(failure.fix())
                .contains("mv " + file + " " + file + ".corrupt")
                .contains("adopts what exists by its labels");
        assertThat(failure.retryable()).isFalse();
    }

    @Test
    void corruptPageIsFoundWhenItIsRead() throws Exception {
        Path file = folder.resolve("state.db");
        try (SqliteTable table = SqliteTable.open(file, clock)) {
            for (int i = 0; i < 50; i++) {
                table.transact(List.of(put("R#" + i, "\"" + "x".repeat(2_000) + "\"")));
            }
        }
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            for (long page = 1; page < bytes.length() / 4096; page++) {
                bytes.seek(page * 4096);
                bytes.write("garbage".repeat(100).getBytes(StandardCharsets.UTF_8));
            }
        }

        try (SqliteTable table = SqliteTable.open(file, clock)) {
            assertThatThrownBy(() -> table.query("p", "", item -> {}))
                    .isInstanceOf(TableException.class)
                    .hasMessageContaining("is corrupt");
        }
    }

    @Test
    void databaseOfAnotherProgramIsLeftAlone() throws Exception {
        Path file = folder.resolve("photos.db");
        execute(file, "CREATE TABLE photo (id INTEGER)");
        byte[] before = Files.readAllBytes(file);

        assertThatThrownBy(() -> SqliteTable.open(file, clock))
                .isInstanceOf(TableException.class)
                .hasMessageContaining(file + " is the database of another program");

        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void fileOfANewerNkappIsLeftAlone() throws Exception {
        Path file = folder.resolve("state.db");
        SqliteTable.open(file, clock).close();
        execute(file, "PRAGMA user_version = 2");

        TableException failure = catchThrowableOfType(TableException.class, () -> SqliteTable.open(file, clock));

        assertThat(failure).hasMessageContaining("was written by a newer nkapp: its schema is 2, and this one knows 1");
        assertThat(failure.fix()).isEqualTo("Use the newer nkapp.");
    }

    @Test
    void folderThatCannotBeMadeIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        TableException failure = catchThrowableOfType(
                TableException.class, () -> SqliteTable.open(file.resolve("nanokit/state.db"), clock));

        assertThat(failure)
                .hasMessageContaining("the state file " + file.resolve("nanokit/state.db") + " can't be made");
        assertThat(failure.fix()).contains("XDG_STATE_HOME");
    }

    @Test
    void folderInPlaceOfTheFileIsNamed() throws Exception {
        Path file = Files.createDirectory(folder.resolve("state.db"));

        assertThatThrownBy(() -> SqliteTable.open(file, clock))
                .isInstanceOf(TableException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void transactionOfAFileThatMayOnlyBeReadSaysSo() throws Exception {
        Path file = prepared("state.db");
        SqliteConnection.open(file, Duration.ofSeconds(1)).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA query_only = 1");
            SQLException refused =
                    catchThrowableOfType(SQLException.class, () -> statement.execute("DELETE FROM item"));

            TableException failure = new SqliteFailures(file).explain(refused);

            assertThat(failure).hasMessageContaining("the state file " + file + " can't be written");
            assertThat(failure.fix()).contains("Make the file and its folder writable");
        }
    }

    @Test
    void fullDiskIsSaidToBeFullAndWhatWasRecordedIsKept() throws Exception {
        Path file = folder.resolve("state.db");
        try (SqliteTable table = SqliteTable.open(file, clock)) {
            table.transact(List.of(put("a", "{}")));
        }
        try (Connection connection = SqliteConnection.open(file, Duration.ofSeconds(1));
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA max_page_count = 5");
            SQLException full = catchThrowableOfType(
                    SQLException.class,
                    () -> statement.execute("INSERT INTO item VALUES ('p', 'b', 1, 0, hex(zeroblob(100000)), NULL)"));

            TableException failure = new SqliteFailures(file).explain(full);

            assertThat(failure).hasMessageContaining("the disk is full");
            assertThat(failure.fix()).contains("Free some space on the disk of " + folder);
        }
        try (SqliteTable table = SqliteTable.open(file, clock)) {
            assertThat(table.get(new ItemKey("p", "a"))).isPresent();
            assertThat(table.get(new ItemKey("p", "b"))).isEmpty();
        }
    }

    @Test
    void processThatHoldsTheFileTooLongIsWaitedForAndThenReported() throws Exception {
        Path file = prepared("state.db");
        try (Connection one = SqliteConnection.open(file, Duration.ofSeconds(1));
                Connection other = SqliteConnection.open(file, Duration.ofMillis(20));
                Statement holding = one.createStatement();
                Statement waiting = other.createStatement()) {
            holding.execute("BEGIN IMMEDIATE");

            SQLException busy = catchThrowableOfType(SQLException.class, () -> waiting.execute("BEGIN IMMEDIATE"));

            TableException failure = new SqliteFailures(file).explain(busy);
            assertThat(failure).hasMessageContaining("has been locked by another process");
            assertThat(failure.retryable()).isTrue();
        }
    }

    @Test
    void whatHasExpiredIsRemovedByTheNextThatWritesWhatWillExpire() throws Exception {
        Path file = folder.resolve("state.db");
        try (SqliteTable table = SqliteTable.open(file, clock)) {
            for (int i = 0; i < 5; i++) {
                table.transact(List.of(expiring("CHANGE#" + i)));
            }
            clock.advance(Duration.ofSeconds(61));

            table.transact(List.of(expiring("CHANGE#new")));
        }

        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            assertThat(value(statement, "SELECT count(*) FROM item")).isEqualTo("1");
        }
    }

    private Path prepared(String name) {
        Path file = folder.resolve(name);
        StateFile.prepare(file);
        return file;
    }

    private Write expiring(String sort) {
        return new Write.Put(
                new Item(
                        new ItemKey("p", sort),
                        1,
                        0,
                        "{}",
                        OptionalLong.of(clock.instant().getEpochSecond() + 60)),
                ALWAYS);
    }

    private static Write put(String sort, String body) {
        return new Write.Put(new Item(new ItemKey("p", sort), 1, 0, body, OptionalLong.empty()), ALWAYS);
    }

    private static void execute(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String value(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            return row.getString(1);
        }
    }

    private static String permissions(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}

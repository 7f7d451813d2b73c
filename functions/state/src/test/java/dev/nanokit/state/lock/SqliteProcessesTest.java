package dev.nanokit.state.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.state.ManualClock;
import dev.nanokit.state.RamDisk;
import dev.nanokit.state.lock.LockRequest.InfraAccess;
import dev.nanokit.state.table.Item;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.sqlite.SqliteTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes on one state file, some of which die. */
class SqliteProcessesTest {
    private static final String PARTITION = OtherProcess.ENVIRONMENT.partition();

    @TempDir(factory = RamDisk.class)
    Path folder;

    private final ManualClock clock = new ManualClock();

    @Test
    void processesTakeTurns() throws Exception {
        int processes = 4;
        int times = 1_250;
        Path log = Files.createFile(folder.resolve("log"));
        List<ChildProcess> children = new ArrayList<>();
        try {
            for (int i = 0; i < processes; i++) {
                children.add(ChildProcess.start(stateFile()));
            }
            for (ChildProcess child : children) {
                assertThat(child.answer()).isEqualTo("ready");
            }
            for (ChildProcess child : children) {
                child.tell("contend " + times + " " + log);
            }
            for (ChildProcess child : children) {
                assertThat(child.answer()).isEqualTo("done");
            }
        } finally {
            children.forEach(ChildProcess::close);
        }

        List<String> lines = Files.readAllLines(log);
        assertThat(lines).hasSize(2 * processes * times);
        for (int token = 1; token <= processes * times; token++) {
            String in = lines.get(2 * token - 2);
            assertThat(in).startsWith("in " + token + " ");
            assertThat(lines.get(2 * token - 1)).isEqualTo("out" + in.substring("in".length()));
        }
    }

    @Test
    void lockOfAKilledProcessIsTakenOverOnceItsLeaseHasRunOut() throws Exception {
        try (ChildProcess child = ready();
                Table table = open()) {
            assertThat(child.ask("acquire")).isEqualTo("granted 1");
            assertThat(child.ask("heartbeat")).isEqualTo("done");
            child.kill();
            Run survivor = survivor(table);
            survivor.isBlocked();
            clock.advance(Run.LEASE);

            LockGrant grant = survivor.getsIt();

            assertThat(grant.componentToken()).isEqualTo(2);
            assertThat(grant.takenOverFrom().who()).startsWith("process ");
        }
    }

    @Test
    void pausedProcessThatWakesAfterUnlockCanWriteNothing() throws Exception {
        try (ChildProcess child = ready();
                Table table = open()) {
            child.ask("acquire");
            assertThat(child.ask("put before")).isEqualTo("done");

            new TableLocks(table).unlock(OtherProcess.ENVIRONMENT, new Holder("eve", "unlock", "", clock.instant()));

            assertThat(child.ask("put while-free")).isEqualTo("lost");
            Run next = survivor(table);
            next.getsIt();
            assertThat(child.ask("put while-taken")).isEqualTo("lost");
            assertThat(child.ask("heartbeat")).isEqualTo("lost");
            assertThat(sorts(table, "RESOURCE#")).containsExactly("RESOURCE#api#before");
            next.heartbeats();
        }
    }

    @Test
    void processKilledWhileItWritesLeavesAllOrNothing() throws Exception {
        long next = 1;
        for (int round = 0; round < 4; round++) {
            long acknowledged = writeUntilKilled(next, 40 + 13 * round);
            try (Table table = open()) {
                long first = version(table, "PAIR#1");
                assertThat(first).isEqualTo(version(table, "PAIR#2"));
                assertThat(first).isBetween(acknowledged, acknowledged + 1);
                assertThat(sorts(table, "LOG#")).hasSize((int) first);
                next = first + 1;
            }
            assertThat(integrity()).isEqualTo("ok");
        }
    }

    /** The last version that was acknowledged. */
    private long writeUntilKilled(long from, int writes) throws Exception {
        try (ChildProcess child = ready()) {
            child.tell("pairs " + from);
            long acknowledged = 0;
            for (int i = 0; i < writes; i++) {
                acknowledged = Long.parseLong(child.answer());
            }
            child.kill();
            for (String line = child.answer(); line != null; line = child.answer()) {
                acknowledged = Long.parseLong(line);
            }
            return acknowledged;
        }
    }

    private ChildProcess ready() throws IOException {
        ChildProcess child = ChildProcess.start(stateFile());
        assertThat(child.answer()).isEqualTo("ready");
        return child;
    }

    private Run survivor(Table table) {
        return Run.of("ada", new TableLocks(table, clock::millis), OtherProcess.ENVIRONMENT, "api", InfraAccess.WRITE);
    }

    private Table open() {
        return SqliteTable.open(stateFile(), clock);
    }

    private Path stateFile() {
        return folder.resolve("state.db");
    }

    private static long version(Table table, String sort) {
        return table.get(new ItemKey(PARTITION, sort)).map(Item::version).orElse(0L);
    }

    private static List<String> sorts(Table table, String prefix) {
        List<String> sorts = new ArrayList<>();
        table.query(PARTITION, prefix, item -> sorts.add(item.key().sort()));
        return sorts;
    }

    private String integrity() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + stateFile());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA integrity_check")) {
            return row.getString(1);
        }
    }
}

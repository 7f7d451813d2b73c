package dev.nanokit.state.table.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nanokit.state.ManualClock;
import dev.nanokit.state.table.Condition;
import dev.nanokit.state.table.Item;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.TableException;
import dev.nanokit.state.table.Write;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real file system that is full, or may only be read. Needs the right to mount one: else it is skipped. */
class DiskTest {
    private static final String HALF_MEGABYTE = "524288";

    @TempDir
    Path mountPoint;

    private final ManualClock clock = new ManualClock();

    @BeforeEach
    void mount() throws Exception {
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=" + HALF_MEGABYTE, "tmpfs", mountPoint.toString()),
                "this user may not mount a file system");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", mountPoint.toString());
    }

    @Test
    void fullDiskIsReportedAndTheRunGoesOnOnceThereIsSpace() throws Exception {
        Path ballast = Files.write(mountPoint.resolve("ballast"), new byte[200_000]);
        Path file = mountPoint.resolve("state.db");
        try (SqliteTable table = SqliteTable.open(file, clock)) {
            List<String> acknowledged = new ArrayList<>();
            TableException failure = catchThrowableOfType(TableException.class, () -> fill(table, acknowledged));

            assertThat(failure).hasMessageContaining("the state file " + file + " can't be written: the disk is full");
            assertThat(failure.fix()).contains("Free some space on the disk of " + mountPoint);
            assertThat(sorts(table)).isEqualTo(acknowledged).isNotEmpty();

            Files.delete(ballast);
            table.transact(List.of(put("after")));
            assertThat(sorts(table)).hasSize(acknowledged.size() + 1);
        }
    }

    @Test
    void folderThatMayOnlyBeReadIsNamed() throws Exception {
        Path file = mountPoint.resolve("nanokit/state.db");
        SqliteTable.open(file, clock).close();
        Path missing = mountPoint.resolve("other/state.db");
        assumeTrue(run("mount", "-o", "remount,ro", mountPoint.toString()));

        TableException cannotMake = catchThrowableOfType(TableException.class, () -> SqliteTable.open(missing, clock));
        TableException cannotWrite = catchThrowableOfType(TableException.class, () -> {
            try (SqliteTable table = SqliteTable.open(file, clock)) {
                table.transact(List.of(put("a")));
            }
        });

        assertThat(cannotMake).hasMessageContaining("the state file " + missing + " can't be made");
        assertThat(cannotWrite).hasMessageContaining("the state file " + file + " can't be written");
        assertThat(cannotMake.fix()).contains("XDG_STATE_HOME");
        assertThat(cannotWrite.fix()).contains("XDG_STATE_HOME");
    }

    private static void fill(SqliteTable table, List<String> acknowledged) {
        for (int i = 0; i < 1_000; i++) {
            String sort = "R#%03d".formatted(i);
            table.transact(List.of(put(sort)));
            acknowledged.add(sort);
        }
    }

    private static List<String> sorts(SqliteTable table) {
        List<String> sorts = new ArrayList<>();
        table.query("p", "", item -> sorts.add(item.key().sort()));
        return sorts;
    }

    private static Write put(String sort) {
        return new Write.Put(
                new Item(new ItemKey("p", sort), 1, 0, "x".repeat(3_000), OptionalLong.empty()),
                new Condition.Always());
    }

    private static boolean run(String... command) throws Exception {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}

package dev.nanokit.state.lock;

import dev.nanokit.state.RamDisk;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.sqlite.SqliteTable;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteLockContentionTest extends LockContentionContract {
    @TempDir(factory = RamDisk.class)
    Path folder;

    private Table table;

    @BeforeEach
    void open() {
        table = SqliteTable.open(folder.resolve("state.db"), InstantSource.system());
    }

    @AfterEach
    void close() {
        table.close();
    }

    @Override
    Table table() {
        return table;
    }

    @Override
    int acquisitionsOfEach() {
        return 620;
    }
}

package dev.nanokit.state.lock;

import dev.nanokit.state.RamDisk;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.sqlite.SqliteTable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class SqliteLocksModelTest extends LocksModelContract {
    private static Path folder;
    private static Table table;

    @BeforeContainer
    static void open() throws IOException {
        folder = RamDisk.createTempDirectory();
        table = SqliteTable.open(folder.resolve("state.db"), InstantSource.system());
    }

    @AfterContainer
    static void close() throws IOException {
        table.close();
        RamDisk.delete(folder);
    }

    @Override
    Table table() {
        return table;
    }
}

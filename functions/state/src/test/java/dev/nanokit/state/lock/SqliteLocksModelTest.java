package dev.nanokit.state.lock;

import dev.nanokit.state.RamDisk;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.sqlite.SqliteTable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.state.ActionChain;

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

    @Property
    void locksDoWhatTheModelDoes(@ForAll("chains") ActionChain<LockWorld> chain) {
        check(chain);
    }

    @Override
    Table table() {
        return table;
    }
}

package dev.nanokit.state.run;

import dev.nanokit.state.RamDisk;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.sqlite.SqliteTable;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteRunsTest extends RunsContract {
    @TempDir(factory = RamDisk.class)
    Path folder;

    @Override
    Table open() {
        return SqliteTable.open(folder.resolve("state.db"), clock);
    }
}

package dev.nanokit.state.lock;

import dev.nanokit.state.RamDisk;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.sqlite.SqliteTable;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteLostLocksTest extends LostLocksContract {
    @TempDir(factory = RamDisk.class)
    Path folder;

    @Override
    Table open() {
        return SqliteTable.open(folder.resolve("state.db"), clock);
    }
}

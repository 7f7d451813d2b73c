package dev.nanokit.stages.world;

import dev.nanokit.state.table.Condition;
import dev.nanokit.state.table.DelegatingTable;
import dev.nanokit.state.table.Item;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.Write;
import java.util.List;

/** Tells what is written to a table. */
public final class WatchedTable extends DelegatingTable {
    private final List<String> written;

    /** @param written takes the body of each item */
    public WatchedTable(Table table, List<String> written) {
        super(table);
        this.written = written;
    }

    @Override
    public void transact(List<Write> writes) {
        for (Write write : writes) {
            if (write instanceof Write.Put(Item item, Condition ignored)) {
                written.add(item.body());
            }
        }
        super.transact(writes);
    }
}

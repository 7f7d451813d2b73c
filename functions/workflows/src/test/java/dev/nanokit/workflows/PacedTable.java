package dev.nanokit.workflows;

import dev.nanokit.state.table.Item;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.Write;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A table as a run sees it that looks at nothing before it may. */
final class PacedTable implements Table {
    private final Table table;
    private final Runnable untilItMay;

    PacedTable(Table table, Runnable untilItMay) {
        this.table = table;
        this.untilItMay = untilItMay;
    }

    @Override
    public Optional<Item> get(ItemKey key) {
        untilItMay.run();
        return table.get(key);
    }

    @Override
    public void query(String partition, String sortPrefix, int limit, Consumer<Item> each) {
        untilItMay.run();
        table.query(partition, sortPrefix, limit, each);
    }

    @Override
    public void transact(List<Write> writes) {
        table.transact(writes);
    }

    @Override
    public void close() {}
}

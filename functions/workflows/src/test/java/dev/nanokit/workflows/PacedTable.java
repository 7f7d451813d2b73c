package dev.nanokit.workflows;

import dev.nanokit.state.table.DelegatingTable;
import dev.nanokit.state.table.Item;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.Table;
import java.util.Optional;
import java.util.function.Consumer;

/** A table as a run sees it that looks at nothing before it may. */
final class PacedTable extends DelegatingTable {
    private final Runnable untilItMay;

    PacedTable(Table table, Runnable untilItMay) {
        super(table);
        this.untilItMay = untilItMay;
    }

    @Override
    public Optional<Item> get(ItemKey key) {
        untilItMay.run();
        return super.get(key);
    }

    @Override
    public void query(String partition, String sortPrefix, int limit, Consumer<Item> each) {
        untilItMay.run();
        super.query(partition, sortPrefix, limit, each);
    }
}

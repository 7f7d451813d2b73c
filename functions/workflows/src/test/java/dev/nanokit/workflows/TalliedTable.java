package dev.nanokit.workflows;

import dev.nanokit.state.table.DelegatingTable;
import dev.nanokit.state.table.Item;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.Write;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Counts what is read from a table and written to it. */
final class TalliedTable extends DelegatingTable {
    private final AtomicInteger itemsRead = new AtomicInteger();
    private final AtomicInteger itemsWritten = new AtomicInteger();

    TalliedTable(Table table) {
        super(table);
    }

    /** Each request counts as an item at least. */
    int itemsRead() {
        return itemsRead.get();
    }

    /** With the checks of conditions, which cost the same. */
    int itemsWritten() {
        return itemsWritten.get();
    }

    @Override
    public Optional<Item> get(ItemKey key) {
        itemsRead.incrementAndGet();
        return super.get(key);
    }

    @Override
    public void query(String partition, String sortPrefix, int limit, Consumer<Item> each) {
        itemsRead.incrementAndGet();
        super.query(partition, sortPrefix, limit, item -> {
            itemsRead.incrementAndGet();
            each.accept(item);
        });
    }

    @Override
    public void transact(List<Write> writes) {
        itemsWritten.addAndGet(writes.size());
        super.transact(writes);
    }
}

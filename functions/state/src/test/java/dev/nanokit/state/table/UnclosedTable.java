package dev.nanokit.state.table;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Somebody else's table: not closed by who borrows it. */
record UnclosedTable(Table table) implements Table {
    @Override
    public Optional<Item> get(ItemKey key) {
        return table.get(key);
    }

    @Override
    public void query(String partition, String sortPrefix, int limit, Consumer<Item> each) {
        table.query(partition, sortPrefix, limit, each);
    }

    @Override
    public void transact(List<Write> writes) {
        table.transact(writes);
    }

    @Override
    public void close() {}
}

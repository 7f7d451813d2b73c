package dev.nanokit.workflows;

import dev.nanokit.state.table.Item;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.Write;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A table in which the items of one name have expired. */
record ForgetfulTable(Table table, String sort) implements Table {
    @Override
    public Optional<Item> get(ItemKey key) {
        return key.sort().equals(sort) ? Optional.empty() : table.get(key);
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

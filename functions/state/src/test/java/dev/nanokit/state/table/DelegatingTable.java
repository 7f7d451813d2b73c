package dev.nanokit.state.table;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A table in front of another: does what that one does, except for what a subclass does differently. */
public abstract class DelegatingTable implements Table {
    private final Table table;

    protected DelegatingTable(Table table) {
        this.table = table;
    }

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
    public void close() {
        table.close();
    }
}

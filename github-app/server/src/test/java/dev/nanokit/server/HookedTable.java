package dev.nanokit.server;

import dev.nanokit.state.table.Item;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.Write;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A real table that writes down its transactions, and asks before each. */
public final class HookedTable implements Table {
    public final List<List<Write>> transactions = new CopyOnWriteArrayList<>();
    public volatile Consumer<List<Write>> before = writes -> {};

    private final Table table;

    public HookedTable(Table table) {
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
        before.accept(writes);
        transactions.add(writes);
        table.transact(writes);
    }

    @Override
    public void close() {
        table.close();
    }
}

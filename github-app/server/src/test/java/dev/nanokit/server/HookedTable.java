package dev.nanokit.server;

import dev.nanokit.state.table.DelegatingTable;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.Write;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A real table that writes down its transactions, and asks before each. */
public final class HookedTable extends DelegatingTable {
    public final List<List<Write>> transactions = new CopyOnWriteArrayList<>();
    public volatile Consumer<List<Write>> before = writes -> {};

    public HookedTable(Table table) {
        super(table);
    }

    @Override
    public void transact(List<Write> writes) {
        before.accept(writes);
        transactions.add(writes);
        super.transact(writes);
    }
}

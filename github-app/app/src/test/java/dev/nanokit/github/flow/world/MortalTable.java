package dev.nanokit.github.flow.world;

import dev.nanokit.state.table.DelegatingTable;
import dev.nanokit.state.table.Item;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.Write;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A table as a process sees it: once that is killed, it neither reads nor writes, whatever it would still do. */
final class MortalTable extends DelegatingTable {
    private volatile boolean killed;

    MortalTable(Table table) {
        super(table);
    }

    void kill() {
        killed = true;
    }

    private void live() {
        if (killed) {
            throw new Fate.KilledError();
        }
    }

    @Override
    public Optional<Item> get(ItemKey key) {
        live();
        return super.get(key);
    }

    @Override
    public void query(String partition, String sortPrefix, int limit, Consumer<Item> each) {
        live();
        super.query(partition, sortPrefix, limit, each);
    }

    @Override
    public void transact(List<Write> writes) {
        live();
        super.transact(writes);
    }

    /** The next process has the same table. */
    @Override
    public void close() {}
}

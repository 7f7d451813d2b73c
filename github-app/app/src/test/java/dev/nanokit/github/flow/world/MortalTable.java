package dev.nanokit.github.flow.world;

import dev.nanokit.state.table.Item;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.Write;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A table as a process sees it: once that is killed, it neither reads nor writes, whatever it would still do. */
final class MortalTable implements Table {
    private final Table table;
    private volatile boolean killed;

    MortalTable(Table table) {
        this.table = table;
    }

    void kill() {
        killed = true;
    }

    private Table living() {
        if (killed) {
            throw new Fate.KilledError();
        }
        return table;
    }

    @Override
    public Optional<Item> get(ItemKey key) {
        return living().get(key);
    }

    @Override
    public void query(String partition, String sortPrefix, int limit, Consumer<Item> each) {
        living().query(partition, sortPrefix, limit, each);
    }

    @Override
    public void transact(List<Write> writes) {
        living().transact(writes);
    }

    @Override
    public void close() {}
}

package dev.nanokit.stages.world;

import dev.nanokit.state.table.DelegatingTable;
import dev.nanokit.state.table.Item;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.Write;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A table as seen by a run that may be killed before or after each write. */
public final class MortalTable extends DelegatingTable {
    private final Fate fate;

    public MortalTable(Table table, Fate fate) {
        super(table);
        this.fate = fate;
    }

    @Override
    public Optional<Item> get(ItemKey key) {
        fate.alive();
        return super.get(key);
    }

    @Override
    public void query(String partition, String sortPrefix, int limit, Consumer<Item> each) {
        fate.alive();
        super.query(partition, sortPrefix, limit, each);
    }

    @Override
    public void transact(List<Write> writes) {
        fate.step();
        super.transact(writes);
        fate.step();
    }
}

package dev.nanokit.workflows;

import dev.nanokit.state.table.DelegatingTable;
import dev.nanokit.state.table.Item;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.TableException;
import dev.nanokit.state.table.Write;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A table that refuses some requests for now, as DynamoDB does when it is asked for too much. */
final class ThrottledTable extends DelegatingTable {
    private final BooleanSupplier refuses;

    ThrottledTable(Table table, BooleanSupplier refuses) {
        super(table);
        this.refuses = refuses;
    }

    @Override
    public Optional<Item> get(ItemKey key) {
        refuse();
        return super.get(key);
    }

    @Override
    public void query(String partition, String sortPrefix, int limit, Consumer<Item> each) {
        refuse();
        super.query(partition, sortPrefix, limit, each);
    }

    @Override
    public void transact(List<Write> writes) {
        refuse();
        super.transact(writes);
    }

    private void refuse() {
        if (refuses.getAsBoolean()) {
            throw new TableException("the table is throttled", true, "Try again.", null);
        }
    }
}

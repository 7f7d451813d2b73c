package dev.nanokit.workflows;

import dev.nanokit.state.table.DelegatingTable;
import dev.nanokit.state.table.Item;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.Table;
import java.util.Optional;

/** A table in which the items of one name have expired. */
final class ForgetfulTable extends DelegatingTable {
    private final String sort;

    ForgetfulTable(Table table, String sort) {
        super(table);
        this.sort = sort;
    }

    @Override
    public Optional<Item> get(ItemKey key) {
        return key.sort().equals(sort) ? Optional.empty() : super.get(key);
    }
}

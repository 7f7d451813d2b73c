package dev.nanokit.state.table;

/** Somebody else's table: not closed by who borrows it. */
final class UnclosedTable extends DelegatingTable {
    UnclosedTable(Table table) {
        super(table);
    }

    @Override
    public void close() {}
}

package dev.nanokit.state.store;

import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.TransactionLimits;
import dev.nanokit.state.table.Write;
import java.util.ArrayList;
import java.util.List;

/** Writes any number of items, in order, in as few transactions as they fit into. Not all or nothing. */
final class TransactionFiller {
    private final Table table;
    private final List<Write> writes = new ArrayList<>();
    private long bytes;

    TransactionFiller(Table table) {
        this.table = table;
    }

    void add(Write.Put put) {
        long size = TransactionLimits.checkedSize(put.item());
        if (writes.size() == Table.MAX_WRITES || bytes + size > Table.MAX_TRANSACTION_BYTES) {
            flush();
        }
        writes.add(put);
        bytes += size;
    }

    void flush() {
        if (!writes.isEmpty()) {
            table.transact(writes);
            writes.clear();
            bytes = 0;
        }
    }
}

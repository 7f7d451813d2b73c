package dev.nanokit.state.table;

import java.util.ArrayList;
import java.util.List;

/** Writes any number of items, in order, in as few transactions as they fit into. Not all or nothing. */
public final class TransactionFiller {
    private final Table table;
    private final List<Write> writes = new ArrayList<>();
    private long bytes;

    public TransactionFiller(Table table) {
        this.table = table;
    }

    public void add(Write.Put put) {
        long size = TransactionLimits.checkedSize(put.item());
        if (writes.size() == Table.MAX_WRITES || bytes + size > Table.MAX_TRANSACTION_BYTES) {
            flush();
        }
        writes.add(put);
        bytes += size;
    }

    public void flush() {
        if (!writes.isEmpty()) {
            table.transact(writes);
            writes.clear();
            bytes = 0;
        }
    }
}

package dev.nanokit.state.table;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Counts the requests that are made of a table. */
public final class CountingTable extends DelegatingTable {
    private final AtomicInteger requests = new AtomicInteger();

    public CountingTable(Table table) {
        super(table);
    }

    /** How many there were since the last time. */
    public int taken() {
        return requests.getAndSet(0);
    }

    @Override
    public Optional<Item> get(ItemKey key) {
        requests.incrementAndGet();
        return super.get(key);
    }

    @Override
    public void query(String partition, String sortPrefix, int limit, Consumer<Item> each) {
        requests.incrementAndGet();
        super.query(partition, sortPrefix, limit, each);
    }

    @Override
    public void transact(List<Write> writes) {
        requests.incrementAndGet();
        super.transact(writes);
    }
}

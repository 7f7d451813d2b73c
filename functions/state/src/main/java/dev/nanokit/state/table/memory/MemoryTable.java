package dev.nanokit.state.table.memory;

import dev.nanokit.state.table.Condition;
import dev.nanokit.state.table.ConditionFailedException;
import dev.nanokit.state.table.ConditionFailedException.Failure;
import dev.nanokit.state.table.Item;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.TransactionLimits;
import dev.nanokit.state.table.Write;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The table in the memory of one process, gone with it. What is known of an item is known to nobody else. */
public final class MemoryTable implements Table {
    private static final Comparator<ItemKey> BY_BYTES = Comparator.comparing(ItemKey::partition)
            .thenComparing(key -> key.sort().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private final Map<ItemKey, Item> items = new TreeMap<>(BY_BYTES);
    private final InstantSource clock;

    /** @param clock decides what has expired */
    public MemoryTable(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Optional<Item> get(ItemKey key) {
        return Optional.ofNullable(items.get(key)).filter(item -> !item.isExpiredAt(clock.instant()));
    }

    @Override
    public void query(String partition, String sortPrefix, int limit, Consumer<Item> each) {
        found(partition, sortPrefix, limit).forEach(each);
    }

    private synchronized List<Item> found(String partition, String sortPrefix, int limit) {
        return items.values().stream()
                .filter(item -> item.key().partition().equals(partition))
                .filter(item -> item.key().sort().startsWith(sortPrefix))
                .filter(item -> !item.isExpiredAt(clock.instant()))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized void transact(List<Write> writes) {
        TransactionLimits.check(writes);
        List<Failure> failures = writes.stream()
                .filter(write -> !holds(write.condition(), get(write.key())))
                .map(write -> new Failure(write, get(write.key())))
                .toList();
        if (!failures.isEmpty()) {
            throw new ConditionFailedException(failures);
        }
        writes.forEach(this::write);
    }

    private static boolean holds(Condition condition, Optional<Item> item) {
        return switch (condition) {
            case Condition.Absent ignored -> item.isEmpty();
            case Condition.VersionIs(long version) ->
                item.filter(there -> there.version() == version).isPresent();
            case Condition.TokenIs(long token) ->
                item.filter(there -> there.token() == token).isPresent();
            case Condition.Always ignored -> true;
        };
    }

    private void write(Write write) {
        switch (write) {
            case Write.Put(Item item, Condition ignored) -> items.put(item.key(), item);
            case Write.Delete(ItemKey key, Condition ignored) -> items.remove(key);
            case Write.Check ignored -> {}
        }
    }

    @Override
    public void close() {}
}

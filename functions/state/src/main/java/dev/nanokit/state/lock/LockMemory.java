package dev.nanokit.state.lock;

import dev.nanokit.state.table.ConditionFailedException;
import dev.nanokit.state.table.Item;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.Write;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The lock items that this process last saw or wrote. It saves reading them: a transaction made over what is remembered
 * goes through when nobody else has been there, and else says what is there. Forgets the oldest.
 */
final class LockMemory {
    private static final int MOST = 512;

    private final Map<ItemKey, Item> items = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ItemKey, Item> eldest) {
            return size() > MOST;
        }
    };

    synchronized Optional<Item> get(ItemKey key) {
        return Optional.ofNullable(items.get(key));
    }

    synchronized void saw(Item item) {
        items.put(item.key(), item);
    }

    synchronized void wrote(List<Write> writes) {
        for (Write write : writes) {
            if (write instanceof Write.Put put) {
                items.put(put.item().key(), put.item());
            }
        }
    }

    synchronized void corrected(ConditionFailedException e) {
        for (ConditionFailedException.Failure failure : e.failures()) {
            items.remove(failure.write().key());
            failure.current().ifPresent(this::saw);
        }
    }
}

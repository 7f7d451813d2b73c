package dev.nanokit.server.journal;

import dev.nanokit.state.table.Condition;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.Write;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The writes of one transaction, one for each item. Work that is done quickly is noted as begun and as done before either
 * is on the disk: then only the latter need be written.
 */
final class WriteSet {
    private final Map<ItemKey, Write> byKey = new LinkedHashMap<>();

    /** Adds them all, or none: false where they are too many, or one of them has to come after one that is in already. */
    boolean add(List<Write> writes) {
        long more =
                writes.stream().filter(write -> !byKey.containsKey(write.key())).count();
        if (byKey.size() + more > Table.MAX_WRITES || !writes.stream().allMatch(this::canJoin)) {
            return false;
        }
        writes.forEach(write -> byKey.put(write.key(), write));
        return true;
    }

    /** A write may take another's place where neither's outcome depends on what is there. */
    private boolean canJoin(Write write) {
        Write before = byKey.get(write.key());
        return before == null || (isUnconditional(before) && isUnconditional(write));
    }

    private static boolean isUnconditional(Write write) {
        return !(write instanceof Write.Check) && write.condition() instanceof Condition.Always;
    }

    List<Write> toList() {
        return List.copyOf(byKey.values());
    }
}

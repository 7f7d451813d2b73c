package dev.nanokit.state.store;

import dev.nanokit.state.lock.Fence;
import dev.nanokit.state.lock.LockGrant;
import dev.nanokit.state.table.ConditionFailedException;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Writes under a grant: each in a transaction that checks the grant's tokens. Writes of several threads under the same
 * grant that come while a transaction is on its way go into the next one together: transactions that check the same lock
 * item would only get in each other's way.
 */
final class FencedWrites {
    private final Table table;
    private final ConcurrentMap<ItemKey, WriteGroup> groups = new ConcurrentHashMap<>();

    FencedWrites(Table table) {
        this.table = table;
    }

    /**
     * Returns once it is written, maybe together with others.
     *
     * @param write under no condition of its own that could fail the others
     */
    void together(LockGrant grant, Write write) {
        ItemKey component = ComponentRecord.key(
                grant.request().environment(), grant.request().component());
        groups.computeIfAbsent(component, key -> new WriteGroup(this::commit)).write(grant, write);
    }

    /**
     * @throws ConditionFailedException when the write's own condition does not hold
     * @throws dev.nanokit.state.lock.LockLostException when the grant is not current any more
     */
    void alone(LockGrant grant, Write write) {
        commit(grant, List.of(write));
    }

    private void commit(LockGrant grant, List<Write> writes) {
        List<Write> all = new ArrayList<>(Fence.checks(grant));
        all.addAll(writes);
        try {
            table.transact(all);
        } catch (ConditionFailedException e) {
            throw Fence.broken(grant, e).<RuntimeException>map(lost -> lost).orElse(e);
        }
    }
}

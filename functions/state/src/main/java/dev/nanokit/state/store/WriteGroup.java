package dev.nanokit.state.store;

import dev.nanokit.state.lock.LockGrant;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.TransactionLimits;
import dev.nanokit.state.table.Write;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;

/**
 * Gathers the writes of many threads: while one thread's transaction is on its way, those who come line up, and the next
 * of them takes along all that has gathered.
 */
final class WriteGroup {
    /** Leaves room for the two checks of a grant. */
    private static final int MOST = Table.MAX_WRITES - 2;

    private final BiConsumer<LockGrant, List<Write>> commit;
    private final ReentrantLock committing = new ReentrantLock();
    private final Deque<Pending> line = new ArrayDeque<>();

    WriteGroup(BiConsumer<LockGrant, List<Write>> commit) {
        this.commit = commit;
    }

    /** Returns once it is written; throws what its transaction failed with. */
    void write(LockGrant grant, Write write) {
        Pending mine = new Pending(grant, write, size(write));
        synchronized (line) {
            line.add(mine);
        }
        while (!mine.done) {
            committing.lock();
            try {
                if (!mine.done) {
                    commit(gathered());
                }
            } finally {
                committing.unlock();
            }
        }
        mine.throwFailure();
    }

    private static long size(Write write) {
        return write instanceof Write.Put put ? TransactionLimits.checkedSize(put.item()) : 0;
    }

    /** From the front of the line, those that fit into one transaction: of one grant, each about another item. */
    private List<Pending> gathered() {
        synchronized (line) {
            List<Pending> batch = new ArrayList<>();
            Set<ItemKey> keys = new HashSet<>();
            LockGrant grant = line.getFirst().grant;
            long bytes = 0;
            for (Iterator<Pending> each = line.iterator(); each.hasNext() && batch.size() < MOST; ) {
                Pending next = each.next();
                if (bytes + next.size > Table.MAX_TRANSACTION_BYTES
                        || !next.grant.equals(grant)
                        || !keys.add(next.write.key())) {
                    continue;
                }
                bytes += next.size;
                batch.add(next);
                each.remove();
            }
            return batch;
        }
    }

    private void commit(List<Pending> batch) {
        try {
            commit.accept(
                    batch.getFirst().grant,
                    batch.stream().map(pending -> pending.write).toList());
            batch.forEach(pending -> pending.finish(null));
        } catch (RuntimeException | Error e) {
            batch.forEach(pending -> pending.finish(e));
        }
    }

    private static final class Pending {
        private final LockGrant grant;
        private final Write write;
        private final long size;
        private volatile boolean done;
        private Throwable failure;

        Pending(LockGrant grant, Write write, long size) {
            this.grant = grant;
            this.write = write;
            this.size = size;
        }

        void finish(Throwable failureOrNull) {
            failure = failureOrNull;
            done = true;
        }

        void throwFailure() {
            switch (failure) {
                case null -> {}
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                default -> throw new IllegalStateException(failure);
            }
        }
    }
}

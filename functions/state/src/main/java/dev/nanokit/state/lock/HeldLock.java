package dev.nanokit.state.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A lock that is held or waited for, as {@code nkapp infra locks} lists it.
 *
 * @param scope {@code infra}, or {@code component api}
 * @param exclusive whether one writer holds it, and no readers
 * @param token the fencing token
 * @param waiting in order
 */
public record HeldLock(String scope, boolean exclusive, List<Holder> holders, long token, List<Holder> waiting) {
    public HeldLock {
        holders = List.copyOf(holders);
        waiting = List.copyOf(waiting);
    }

    static List<HeldLock> of(LockView view) {
        List<HeldLock> locks = new ArrayList<>();
        InfraLock infra = view.infra();
        if (!infra.isFree() || !infra.queue().isEmpty()) {
            locks.add(new HeldLock(
                    "infra",
                    !infra.isFree() && infra.access() == LockRequest.InfraAccess.WRITE,
                    view.holders().stream().flatMap(HeldLock::holder).toList(),
                    infra.token(),
                    waiting(infra.queue().stream())));
        }
        for (ComponentLock lock : view.held()) {
            Stream<Waiter> same =
                    infra.queue().stream().filter(waiter -> waiter.component().equals(lock.component()));
            locks.add(new HeldLock(
                    "component " + lock.component(), true, holder(lock).toList(), lock.token(), waiting(same)));
        }
        return locks;
    }

    private static Stream<Holder> holder(ComponentLock lock) {
        return lock.tenure().stream().map(Tenure::holder);
    }

    private static List<Holder> waiting(Stream<Waiter> waiters) {
        return waiters.map(waiter -> waiter.wanted().holder()).toList();
    }

    /** For the audit trail: {@code infra of ada@laptop (nkapp up)}. */
    String summary() {
        return scope + " of "
                + (holders.isEmpty()
                        ? "nobody"
                        : holders.stream()
                                .map(holder -> holder.who() + " (" + holder.what() + ")")
                                .collect(Collectors.joining(", ")));
    }
}

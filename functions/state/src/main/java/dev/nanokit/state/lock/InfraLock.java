package dev.nanokit.state.lock;

import dev.nanokit.engine.value.Value;
import dev.nanokit.state.EnvironmentId;
import dev.nanokit.state.lock.LockRequest.InfraAccess;
import dev.nanokit.state.table.Fields;
import dev.nanokit.state.table.Item;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.Write;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The lock on an environment's infrastructure, and the queue of all who wait for locks of the environment.
 *
 * @param version of the item that this was read from
 * @param token the writer's fencing token; while there is no writer, the token of the next one
 * @param access of those who hold it; means nothing while nobody does
 * @param holders the components that hold it; who they are stands in each one's own lock
 * @param queue in the order in which they came
 */
record InfraLock(long version, long token, InfraAccess access, Set<String> holders, List<Waiter> queue) {
    /** So many that one transaction can always clear them all, and note it. */
    static final int MAX_HOLDERS = Table.MAX_WRITES - 2;

    /** So many that the item stays far from the limit of its size. Who comes later waits without a place. */
    static final int MAX_WAITERS = 100;

    private static final String SORT = "LOCK#infra";

    InfraLock {
        holders = Set.copyOf(holders);
        queue = List.copyOf(queue);
    }

    static InfraLock neverTaken() {
        return new InfraLock(LockItem.NEVER_WRITTEN, 1, InfraAccess.READ, Set.of(), List.of());
    }

    static ItemKey key(EnvironmentId environment) {
        return new ItemKey(environment.partition(), SORT);
    }

    static InfraLock read(Item item) {
        Fields fields = Fields.of(item);
        return new InfraLock(
                item.version(),
                item.token(),
                Tenure.access(fields),
                Set.copyOf(fields.texts("holders")),
                fields.objects("queue").stream().map(Waiter::read).toList());
    }

    /** Writes this over the version that it was read from. */
    Write write(EnvironmentId environment) {
        Value.Obj body = Value.obj(Map.of(
                "access", Tenure.write(access),
                "holders", Value.texts(List.copyOf(new TreeSet<>(holders))),
                "queue", Value.seq(queue.stream().map(Waiter::write).toList())));
        return LockItem.over(version, key(environment), token, body);
    }

    boolean isFree() {
        return holders.isEmpty();
    }

    /** Without some of its holders. A writer's token is spent with its going. */
    InfraLock without(Collection<String> components) {
        Set<String> left = new TreeSet<>(holders);
        boolean any = left.removeAll(components);
        long next = any && access == InfraAccess.WRITE ? token + 1 : token;
        return new InfraLock(version, next, access, left, queue);
    }

    /** Held by the request, too, which must not conflict with who else holds it. */
    InfraLock with(LockRequest request) {
        Set<String> more = new TreeSet<>(holders);
        more.add(request.component());
        List<Waiter> left = queue.stream().filter(waiter -> !waiter.is(request)).toList();
        return new InfraLock(version, token, request.access(), more, left);
    }

    InfraLock withQueue(List<Waiter> waiters) {
        return new InfraLock(version, token, access, holders, waiters);
    }
}

package dev.nanokit.state.lock;

import dev.nanokit.state.lock.LockRequest.InfraAccess;
import dev.nanokit.state.table.Condition;
import dev.nanokit.state.table.ConditionFailedException;
import dev.nanokit.state.table.ConditionFailedException.Failure;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What keeps a run whose lock is gone from writing: checks that go into each of its transactions. */
public final class Fence {
    private Fence() {}

    /** The component's token, and with write access the infrastructure's: one check or two. */
    public static List<Write> checks(LockGrant grant) {
        LockRequest request = grant.request();
        List<Write> checks = new ArrayList<>();
        checks.add(new Write.Check(
                ComponentLock.key(request.environment(), request.component()),
                new Condition.TokenIs(grant.componentToken())));
        if (request.access() == InfraAccess.WRITE) {
            checks.add(
                    new Write.Check(InfraLock.key(request.environment()), new Condition.TokenIs(grant.infraToken())));
        }
        return List.copyOf(checks);
    }

    /** What to throw where it was the fence that a transaction failed at. */
    public static Optional<LockLostException> broken(LockGrant grant, ConditionFailedException e) {
        List<ItemKey> fence = checks(grant).stream().map(Write::key).toList();
        return e.failures().stream()
                .filter(failure -> fence.contains(failure.write().key()))
                .findFirst()
                .map(failure -> LockLostException.of(grant, successor(failure)));
    }

    private static Optional<Holder> successor(Failure failure) {
        return failure.current()
                .filter(item -> ComponentLock.isOne(item.key()))
                .flatMap(item -> ComponentLock.read(item).tenure())
                .map(Tenure::holder);
    }
}

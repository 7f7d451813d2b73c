package dev.nanokit.state.lock;

import dev.nanokit.state.EnvironmentId;
import dev.nanokit.state.audit.AuditEntry;
import dev.nanokit.state.audit.AuditTrail;
import dev.nanokit.state.table.ConditionFailedException;
import dev.nanokit.state.table.Item;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.TableException;
import dev.nanokit.state.table.Write;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Locks over the table. Each step is decided upon a view of the lock items ({@link Referee}) and written over exactly
 * the versions that were seen; where somebody else was faster, it is decided anew upon what is there then.
 *
 * <p>Where nobody else has been at the locks since this process last was, acquiring is one request, and so are heartbeat
 * and release; else it is one more. Safe for use by many threads.
 */
public final class TableLocks implements Locks {
    /** Each failed try is somebody else's success; so many in a row mean that something is wrong. */
    private static final int MAX_TRIES = 500;

    private final Table table;
    private final LongSupplier millis;
    private final LockMemory memory = new LockMemory();

    /** Waiters count by the time that this process has been running, which goes on evenly. */
    public TableLocks(Table table) {
        this(table, () -> System.nanoTime() / 1_000_000);
    }

    /**
     * @param millis the clock by which sightings are noted, in milliseconds; all attempts of one wait need the same one,
     *     which must not be set back or forth
     */
    public TableLocks(Table table, LongSupplier millis) {
        this.table = table;
        this.millis = millis;
    }

    @Override
    public Acquisition acquire(LockRequest request, Sighting before) {
        return untilCurrent(request.environment(), () -> act(turn(request, before)));
    }

    /** What is remembered is good enough to try upon, but not to turn somebody away. */
    private Turn turn(LockRequest request, Sighting before) {
        Turn turn = decide(request, recall(request), before);
        return turn instanceof Turn.Mine ? turn : decide(request, read(request.environment()), before);
    }

    private Turn decide(LockRequest request, LockView view, Sighting before) {
        return new Referee(request, view, new Watch(before, millis.getAsLong())).decide();
    }

    private Acquisition act(Turn turn) {
        return switch (turn) {
            case Turn.Held(LockGrant grant) -> new Acquisition.Granted(grant);
            case Turn.Mine(LockGrant grant, List<Write> writes) -> {
                commit(writes);
                yield new Acquisition.Granted(grant);
            }
            case Turn.Wait(Acquisition.Blocked blocked, Optional<Write> write) -> {
                write.map(List::of).ifPresent(this::commit);
                yield blocked;
            }
        };
    }

    @Override
    public void heartbeat(LockGrant grant) {
        EnvironmentId environment = grant.request().environment();
        untilCurrent(environment, () -> {
            ComponentLock lock = held(grant).orElseThrow(() -> lost(grant));
            commit(List.of(lock.write(environment)));
            return null;
        });
    }

    @Override
    public void release(LockGrant grant) {
        untilCurrent(grant.request().environment(), () -> {
            held(grant).ifPresent(lock -> free(lock, grant.request()));
            return null;
        });
    }

    private void free(ComponentLock lock, LockRequest request) {
        EnvironmentId environment = request.environment();
        InfraLock infra =
                memory.get(InfraLock.key(environment)).map(InfraLock::read).orElse(InfraLock.neverTaken());
        commit(List.of(
                infra.without(List.of(request.component())).write(environment),
                lock.freed().write(environment)));
    }

    /** The component's lock, if it is still the grant's: as remembered, or else as it is. */
    private Optional<ComponentLock> held(LockGrant grant) {
        ItemKey key =
                ComponentLock.key(grant.request().environment(), grant.request().component());
        return memory.get(key)
                .map(ComponentLock::read)
                .filter(lock -> lock.isHeldUnder(grant))
                .or(() -> readComponent(key).filter(lock -> lock.isHeldUnder(grant)));
    }

    private Optional<ComponentLock> readComponent(ItemKey key) {
        Optional<Item> item = table.get(key);
        item.ifPresent(memory::saw);
        return item.map(ComponentLock::read);
    }

    private LockLostException lost(LockGrant grant) {
        ItemKey key =
                ComponentLock.key(grant.request().environment(), grant.request().component());
        Optional<Tenure> successor = memory.get(key).map(ComponentLock::read).flatMap(ComponentLock::tenure);
        return LockLostException.of(grant, successor.map(Tenure::holder));
    }

    @Override
    public void withdraw(LockRequest request) {
        untilCurrent(request.environment(), () -> {
            LockView view = read(request.environment());
            ComponentLock own = view.component(request.component());
            List<Waiter> others = view.infra().queue().stream()
                    .filter(waiter -> !waiter.is(request))
                    .toList();
            if (own.isHeldBy(request)) {
                free(own, request);
            } else if (others.size() < view.infra().queue().size()) {
                commit(List.of(view.infra().withQueue(others).write(request.environment())));
            }
            return null;
        });
    }

    @Override
    public List<HeldLock> unlock(EnvironmentId environment, Holder by) {
        return untilCurrent(environment, () -> {
            LockView view = read(environment);
            List<HeldLock> cleared = HeldLock.of(view);
            if (!cleared.isEmpty()) {
                commit(clearing(environment, view, cleared, by));
            }
            return cleared;
        });
    }

    private static List<Write> clearing(EnvironmentId environment, LockView view, List<HeldLock> cleared, Holder by) {
        List<ComponentLock> held = view.held();
        List<Write> writes = new ArrayList<>();
        writes.add(view.infra()
                .without(view.infra().holders())
                .withQueue(List.of())
                .write(environment));
        held.forEach(lock -> writes.add(lock.freed().write(environment)));
        String whose = cleared.stream().map(HeldLock::summary).collect(Collectors.joining("; "));
        writes.add(AuditTrail.entry(environment, new AuditEntry(by.since(), by.who(), "unlock", whose)));
        return writes;
    }

    @Override
    public List<Holder> clearDead(EnvironmentId environment, Predicate<Holder> dead, Holder by) {
        return untilCurrent(environment, () -> {
            LockView view = read(environment);
            List<ComponentLock> held = view.held().stream()
                    .filter(lock ->
                            lock.tenure().map(Tenure::holder).filter(dead).isPresent())
                    .toList();
            Map<Boolean, List<Waiter>> queue = view.infra().queue().stream()
                    .collect(Collectors.partitioningBy(
                            waiter -> dead.test(waiter.wanted().holder())));
            List<Holder> cleared = Stream.concat(
                            held.stream().flatMap(lock -> lock.tenure().stream()),
                            queue.get(true).stream().map(Waiter::wanted))
                    .map(Tenure::holder)
                    .toList();
            if (!cleared.isEmpty()) {
                commit(clearing(environment, view.infra().withQueue(queue.get(false)), held, cleared, by));
            }
            return cleared;
        });
    }

    private static List<Write> clearing(
            EnvironmentId environment, InfraLock infra, List<ComponentLock> held, List<Holder> cleared, Holder by) {
        List<Write> writes = new ArrayList<>();
        writes.add(infra.without(held.stream().map(ComponentLock::component).toList())
                .write(environment));
        held.forEach(lock -> writes.add(lock.freed().write(environment)));
        String whose = cleared.stream()
                .map(holder -> holder.who() + " (" + holder.what() + ")")
                .distinct()
                .collect(Collectors.joining(", "));
        writes.add(
                AuditTrail.entry(environment, new AuditEntry(by.since(), by.who(), "clear locks", "died: " + whose)));
        return writes;
    }

    @Override
    public List<HeldLock> list(EnvironmentId environment) {
        return HeldLock.of(read(environment));
    }

    private LockView read(EnvironmentId environment) {
        Map<ItemKey, Item> items = LockView.items(table, environment);
        items.values().forEach(memory::saw);
        return LockView.of(environment, items, true);
    }

    private LockView recall(LockRequest request) {
        EnvironmentId environment = request.environment();
        Map<ItemKey, Item> items = new HashMap<>();
        Stream.of(InfraLock.key(environment), ComponentLock.key(environment, request.component()))
                .forEach(key -> memory.get(key).ifPresent(item -> items.put(key, item)));
        return LockView.of(environment, items, false);
    }

    private void commit(List<Write> writes) {
        table.transact(writes);
        memory.wrote(writes);
    }

    private <T> T untilCurrent(EnvironmentId environment, Supplier<T> step) {
        for (int tries = 1; ; tries++) {
            try {
                return step.get();
            } catch (ConditionFailedException e) {
                memory.corrected(e);
                if (tries == MAX_TRIES) {
                    throw new TableException(
                            "the locks of " + environment.project() + "/" + environment.environment()
                                    + " are changed by too many at once",
                            true,
                            "Try again.",
                            e);
                }
            }
        }
    }
}

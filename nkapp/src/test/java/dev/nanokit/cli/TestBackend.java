package dev.nanokit.cli;

import dev.nanokit.cli.backend.Backend;
import dev.nanokit.engine.config.ProviderId;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.provider.Provider;
import dev.nanokit.stages.ApplyInput;
import dev.nanokit.stages.ApplyResult;
import dev.nanokit.stages.PlanInput;
import dev.nanokit.stages.RunEvent;
import dev.nanokit.stages.Workflows;
import dev.nanokit.state.EnvironmentId;
import dev.nanokit.state.lock.HeldLock;
import dev.nanokit.state.lock.Holder;
import dev.nanokit.state.lock.LockGrant;
import dev.nanokit.state.lock.LockRequest;
import dev.nanokit.state.lock.Locks;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Brings nkapp into situations that can't be made at will: each answer of the layers below is given beforehand. What
 * can be made with the real ones is tested with them.
 */
public final class TestBackend implements Backend, Workflows {
    private final Deque<Supplier<Plan>> plans = new ArrayDeque<>();
    private final List<RunEvent> events = new ArrayList<>();
    private Supplier<ApplyResult> ending = () -> new ApplyResult.Applied(Samples.fullPlan(), java.time.Duration.ZERO);
    private Consumer<BooleanSupplier> whileApplying = cancelled -> {};
    private List<HeldLock> locks = List.of();
    private Optional<RuntimeException> broken = Optional.empty();

    private final List<PlanInput> planned = new ArrayList<>();
    private final List<ApplyInput> applied = new ArrayList<>();
    private Optional<Holder> unlockedBy = Optional.empty();
    private boolean closed;
    private boolean offline;

    /** The next plan; the last one is given again and again. */
    public TestBackend plans(Plan plan) {
        plans.add(() -> plan);
        return this;
    }

    public TestBackend failsWith(RuntimeException failure) {
        broken = Optional.of(failure);
        plans.add(() -> {
            throw failure;
        });
        ending = () -> {
            throw failure;
        };
        return this;
    }

    public TestBackend ends(ApplyResult result, RunEvent... before) {
        events.addAll(List.of(before));
        ending = () -> result;
        return this;
    }

    public TestBackend meanwhile(Consumer<BooleanSupplier> action) {
        whileApplying = action;
        return this;
    }

    public TestBackend holds(HeldLock... held) {
        locks = List.of(held);
        return this;
    }

    public List<PlanInput> planned() {
        return planned;
    }

    public List<ApplyInput> applied() {
        return applied;
    }

    public Optional<Holder> unlockedBy() {
        return unlockedBy;
    }

    /** Whether a plan was made without asking the provider. */
    public boolean offline() {
        return offline;
    }

    public boolean closed() {
        return closed;
    }

    @Override
    public Plan plan(PlanInput input) {
        planned.add(input);
        return (plans.size() > 1 ? plans.poll() : plans.peek()).get();
    }

    @Override
    public Plan planOffline(PlanInput input) {
        offline = true;
        return plan(input);
    }

    @Override
    public ApplyResult apply(ApplyInput input, Consumer<RunEvent> listener, BooleanSupplier cancelled) {
        applied.add(input);
        events.forEach(listener);
        whileApplying.accept(cancelled);
        return ending.get();
    }

    @Override
    public Workflows workflows() {
        return this;
    }

    @Override
    public dev.nanokit.state.store.StateStore store() {
        throw new UnsupportedOperationException("state is tested with the real store");
    }

    @Override
    public dev.nanokit.state.table.Table table() {
        throw new UnsupportedOperationException("state is tested with the real table");
    }

    @Override
    public Locks locks() {
        return new Held();
    }

    @Override
    public Optional<Provider> provider(ProviderId id) {
        return Optional.empty();
    }

    @Override
    public String stateLocation() {
        return "sqlite:///state.db";
    }

    @Override
    public void tryState() {
        broken.ifPresent(failure -> {
            throw failure;
        });
    }

    @Override
    public void prepare() {}

    @Override
    public void close() {
        closed = true;
    }

    private final class Held implements Locks {
        @Override
        public List<HeldLock> unlock(EnvironmentId environment, Holder by) {
            unlockedBy = Optional.of(by);
            return locks;
        }

        @Override
        public List<HeldLock> list(EnvironmentId environment) {
            return locks;
        }

        @Override
        public List<Holder> clearDead(EnvironmentId environment, Predicate<Holder> dead, Holder by) {
            throw new UnsupportedOperationException("no command knows who has died");
        }

        @Override
        public dev.nanokit.state.lock.Acquisition acquire(LockRequest request, dev.nanokit.state.lock.Sighting before) {
            throw new UnsupportedOperationException("commands take no locks themselves");
        }

        @Override
        public void heartbeat(LockGrant grant) {
            throw new UnsupportedOperationException("commands take no locks themselves");
        }

        @Override
        public void release(LockGrant grant) {
            throw new UnsupportedOperationException("commands take no locks themselves");
        }

        @Override
        public void withdraw(LockRequest request) {
            throw new UnsupportedOperationException("commands take no locks themselves");
        }
    }
}

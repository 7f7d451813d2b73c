package dev.nanokit.stages;

import dev.nanokit.engine.config.ProviderId;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.plan.PlanHead;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.provider.Connection;
import dev.nanokit.provider.ConnectionSettings;
import dev.nanokit.provider.Provider;
import dev.nanokit.stages.apply.ApplyStage;
import dev.nanokit.stages.apply.Verdict;
import dev.nanokit.stages.lock.Heartbeat;
import dev.nanokit.stages.lock.LockStage;
import dev.nanokit.stages.plan.PlanStage;
import dev.nanokit.stages.plan.Planned;
import dev.nanokit.stages.plan.RecordedWorld;
import dev.nanokit.stages.secret.SecretSources;
import dev.nanokit.state.lock.Acquisition;
import dev.nanokit.state.lock.LockGrant;
import dev.nanokit.state.lock.LockRequest;
import dev.nanokit.state.lock.LockRequest.InfraAccess;
import dev.nanokit.state.lock.Locks;
import dev.nanokit.state.run.Runs;
import dev.nanokit.state.store.StateStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Runs the stages one after another in this process, on virtual threads. */
public final class InProcessWorkflows implements Workflows {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final StateStore store;
    private final Locks locks;
    private final Providers<Provider> providers;
    private final Pause pause;
    private final Pause betweenBeats;
    private final PlanStage planStage;
    private final LockStage lockStage;
    private final ApplyStage applyStage;

    public InProcessWorkflows(
            StateStore store, Locks locks, Map<ProviderId, Provider> providers, SecretSources secrets) {
        this(store, locks, providers, secrets, Pause.SLEEP, Pause.SLEEP);
    }

    /**
     * @param pause how a run waits: for a lock, for the next try, for a provider
     * @param betweenBeats how the heartbeat waits
     */
    InProcessWorkflows(
            StateStore store,
            Locks locks,
            Map<ProviderId, Provider> providers,
            SecretSources secrets,
            Pause pause,
            Pause betweenBeats) {
        this.store = store;
        this.locks = locks;
        this.providers = new Providers<>(providers);
        this.pause = pause;
        this.betweenBeats = betweenBeats;
        this.planStage = new PlanStage(store, secrets, () -> UUID.randomUUID().toString());
        this.lockStage = new LockStage(locks, pause);
        this.applyStage = new ApplyStage(store, pause, InstantSource.system());
    }

    @Override
    public Plan plan(PlanInput input) {
        Provider provider = providers.of(input.environment());
        try (Connection connection = connect(provider, input)) {
            Plan plan = planStage.plan(input, provider, connection).plan();
            store.savePlan(input.id(), plan, Runs.KEEP);
            return plan;
        }
    }

    @Override
    public Plan planOffline(PlanInput input) {
        Provider provider = providers.of(input.environment());
        Problem unseen = Problem.warning(
                input.environment().places().of("infra", "provider"),
                "planned against what state remembers, not against what is there",
                "the provider was not asked",
                "plan without --offline before you rely on it");
        try (Connection recorded = new RecordedWorld(input.environment().owner())) {
            return planStage.plan(input, provider, recorded).plan().withWarnings(List.of(unseen));
        }
    }

    @Override
    public ApplyResult apply(ApplyInput input, Consumer<RunEvent> events, BooleanSupplier cancelled) {
        Provider provider = providers.of(input.plan().environment());
        LockRequest request = lockRequest(input);
        try (Connection connection = connect(provider, input.plan())) {
            Duration waited = Duration.ZERO;
            while (true) {
                ApplyResult result = underLock(input, request, provider, connection, events, cancelled);
                boolean again = result instanceof ApplyResult.NotReady
                        && waited.compareTo(input.lockWait()) < 0
                        && !cancelled.getAsBoolean();
                if (!again) {
                    return result;
                }
                events.accept(new RunEvent.WaitingForShared(((ApplyResult.NotReady) result).why(), waited));
                waited = waited.plus(pause.pause(BETWEEN_LOOKS));
            }
        }
    }

    private ApplyResult underLock(
            ApplyInput input,
            LockRequest request,
            Provider provider,
            Connection connection,
            Consumer<RunEvent> events,
            BooleanSupplier cancelled) {
        switch (lockStage.acquire(request, input.lockWait(), events, cancelled)) {
            case Acquisition.Blocked blocked -> {
                return new ApplyResult.Blocked(blocked);
            }
            case Acquisition.Granted(LockGrant grant) -> {
                events.accept(new RunEvent.LockAcquired(grant));
                try (Heartbeat heartbeat = Heartbeat.start(locks, grant, betweenBeats)) {
                    return planAndApply(input, grant, provider, connection, events, cancelled, heartbeat);
                } finally {
                    locks.release(grant);
                }
            }
        }
    }

    private ApplyResult planAndApply(
            ApplyInput input,
            LockGrant grant,
            Provider provider,
            Connection connection,
            Consumer<RunEvent> events,
            BooleanSupplier cancelled,
            Heartbeat heartbeat) {
        Planned planned = planStage.plan(input.plan(), provider, connection);
        Plan plan = planned.plan();
        return switch (Verdict.on(PlanHead.of(plan), input.approvedDigest(), input.force())) {
            case NOT_READY -> new ApplyResult.NotReady(plan, plan.blockedOn().orElseThrow());
            case STALE -> new ApplyResult.Stale(plan);
            case GUARDED -> new ApplyResult.Guarded(plan, plan.guards());
            case EMPTY, GO -> {
                events.accept(new RunEvent.Planned(plan));
                yield applyStage.apply(input, planned, grant, connection, events, cancelled, heartbeat::lost);
            }
        };
    }

    private static Connection connect(Provider provider, PlanInput input) {
        return provider.connect(input.environment(), new ConnectionSettings(input.baseFolder(), input.variables()));
    }

    private static LockRequest lockRequest(ApplyInput input) {
        boolean shared = input.plan().environment().infra().shared();
        return new LockRequest(
                input.plan().id(),
                input.plan().environment().component(),
                shared ? InfraAccess.READ : InfraAccess.WRITE,
                input.holder(),
                UUID.randomUUID().toString(),
                input.lease());
    }
}

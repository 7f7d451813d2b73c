package dev.nanokit.bench.locks;

import dev.nanokit.bench.harness.Metric;
import dev.nanokit.bench.harness.Trial;
import dev.nanokit.state.EnvironmentId;
import dev.nanokit.state.lock.Acquisition;
import dev.nanokit.state.lock.Holder;
import dev.nanokit.state.lock.LockRequest;
import dev.nanokit.state.lock.LockRequest.InfraAccess;
import dev.nanokit.state.lock.Locks;
import dev.nanokit.state.lock.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Takes both of a component's locks, on the infrastructure and on itself, and gives them back. */
final class NanokitLockTrial implements Trial {
    private static final EnvironmentId ENVIRONMENT = new EnvironmentId("local", "shop", "production");
    private static final Holder HOLDER = new Holder("bench", "bin/bench locks", "", Instant.EPOCH);

    private final Supplier<Locks> locks;
    private final Optional<RequestCounter> counter;
    private final int repetitions;

    /**
     * @param locks asked for each acquisition: one that has just been made remembers nothing of earlier ones
     * @param counter counts the requests of the table below the locks, where it sends any
     */
    NanokitLockTrial(Supplier<Locks> locks, Optional<RequestCounter> counter, int repetitions) {
        this.locks = locks;
        this.counter = counter;
        this.repetitions = repetitions;
    }

    @Override
    public Map<Metric, Double> run() throws Exception {
        return LockTrials.measured(counter, repetitions, this::acquireAndRelease);
    }

    private void acquireAndRelease() {
        LockRequest request = new LockRequest(
                ENVIRONMENT, "api", InfraAccess.WRITE, HOLDER, UUID.randomUUID().toString(), Duration.ofMinutes(1));
        Locks current = locks.get();
        switch (current.acquire(request, Sighting.NONE)) {
            case Acquisition.Granted granted -> current.release(granted.grant());
            case Acquisition.Blocked blocked -> throw new IllegalStateException("the lock is taken: " + blocked);
        }
    }
}

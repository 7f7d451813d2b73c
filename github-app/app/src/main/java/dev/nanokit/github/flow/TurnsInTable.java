package dev.nanokit.github.flow;

import dev.nanokit.stages.Pause;
import dev.nanokit.stages.lock.Heartbeat;
import dev.nanokit.state.EnvironmentId;
import dev.nanokit.state.lock.Acquisition;
import dev.nanokit.state.lock.Holder;
import dev.nanokit.state.lock.LockRequest;
import dev.nanokit.state.lock.LockRequest.InfraAccess;
import dev.nanokit.state.lock.Locks;
import dev.nanokit.state.lock.Sighting;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/**
 * Turns among processes: a turn is a lock in the table, with a lease, so that one whose process has died is over soon.
 * It is held for one step of the work only, which takes seconds; work that goes on elsewhere gives it back meanwhile.
 */
final class TurnsInTable implements Turns {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final Locks locks;
    private final String who;
    private final Duration lease;
    private final Duration longestWait;
    private final Pause pause;
    private final InstantSource clock;

    /** @param lease how long a turn outlives a process that has died */
    TurnsInTable(Locks locks, String who, Duration lease, Pause pause, InstantSource clock) {
        this.locks = locks;
        this.who = who;
        this.lease = lease;
        this.longestWait = lease.plus(lease.dividedBy(2));
        this.pause = pause;
        this.clock = clock;
    }

    /** @throws SuspendedException when somebody else has it for longer than this process may wait */
    @Override
    public void take(String whose, Work work) throws InterruptedException {
        LockRequest request = request(whose);
        Optional<Acquisition.Granted> granted = wait(request);
        if (granted.isEmpty()) {
            throw new SuspendedException(BETWEEN_LOOKS.multipliedBy(4));
        }
        inTurn(granted.get(), work);
    }

    @Override
    public boolean takeIfFree(String whose, Work work) throws InterruptedException {
        LockRequest request = request(whose);
        if (!(locks.acquire(request, Sighting.NONE) instanceof Acquisition.Granted granted)) {
            locks.withdraw(request);
            return false;
        }
        inTurn(granted, work);
        return true;
    }

    private Optional<Acquisition.Granted> wait(LockRequest request) throws InterruptedException {
        Sighting sighting = Sighting.NONE;
        Duration waited = Duration.ZERO;
        while (true) {
            switch (locks.acquire(request, sighting)) {
                case Acquisition.Granted granted -> {
                    return Optional.of(granted);
                }
                case Acquisition.Blocked blocked -> sighting = blocked.sighting();
            }
            if (waited.compareTo(longestWait) >= 0 || Thread.currentThread().isInterrupted()) {
                locks.withdraw(request);
                return Optional.empty();
            }
            waited = waited.plus(pause.pause(BETWEEN_LOOKS));
        }
    }

    private void inTurn(Acquisition.Granted granted, Work work) throws InterruptedException {
        Heartbeat heartbeat = Heartbeat.start(locks, granted.grant(), Pause.SLEEP);
        try {
            work.run();
        } finally {
            heartbeat.close();
            locks.release(granted.grant());
        }
    }

    private LockRequest request(String whose) {
        return new LockRequest(
                new EnvironmentId("turns", whose, "turn"),
                "turn",
                InfraAccess.WRITE,
                new Holder(who, "turn of " + whose, "", clock.instant()),
                UUID.randomUUID().toString(),
                lease);
    }
}

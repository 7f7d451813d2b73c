package dev.nanokit.state.lock;

import dev.nanokit.state.EnvironmentId;
import dev.nanokit.state.lock.LockRequest.InfraAccess;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** Waits for the locks as a run does, but with breaks so short that thousands take turns in seconds. */
final class Contender {
    private static final Duration LEASE = Duration.ofHours(1);
    private static final long BREAK_NANOS = 500_000;

    private final Locks locks;
    private final EnvironmentId environment;
    private final String who;
    private int runs;

    Contender(Locks locks, EnvironmentId environment, String who) {
        this.locks = locks;
        this.environment = environment;
        this.who = who;
    }

    LockGrant acquire(String component, InfraAccess access) {
        Holder holder = new Holder(who, "contends", "", Instant.EPOCH);
        LockRequest request = new LockRequest(environment, component, access, holder, who + "/" + runs++, LEASE);
        Sighting sighting = Sighting.NONE;
        while (true) {
            switch (locks.acquire(request, sighting)) {
                case Acquisition.Granted(LockGrant grant) -> {
                    return grant;
                }
                case Acquisition.Blocked blocked -> {
                    sighting = blocked.sighting();
                    LockSupport.parkNanos(blocked.position() * BREAK_NANOS);
                }
            }
        }
    }

    void release(LockGrant grant) {
        locks.release(grant);
    }
}

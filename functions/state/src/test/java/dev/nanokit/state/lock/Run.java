package dev.nanokit.state.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.state.EnvironmentId;
import dev.nanokit.state.lock.LockRequest.InfraAccess;
import java.time.Duration;
import java.time.Instant;

/** One run that wants the locks of its component, as a test plays it. */
final class Run {
    static final Duration LEASE = Duration.ofSeconds(30);
    private static final Instant SINCE = Instant.parse("2026-11-24T09:00:00Z");

    private final Locks locks;
    private final LockRequest request;
    private Sighting sighting = Sighting.NONE;
    private LockGrant grant;

    private Run(Locks locks, LockRequest request) {
        this.locks = locks;
        this.request = request;
    }

    static Run of(String who, Locks locks, EnvironmentId environment, String component, InfraAccess access) {
        Holder holder = new Holder(who, "nkapp up", "", SINCE);
        return new Run(locks, new LockRequest(environment, component, access, holder, "run of " + who, LEASE));
    }

    LockRequest request() {
        return request;
    }

    LockGrant grant() {
        return grant;
    }

    Acquisition tries() {
        Acquisition acquisition = locks.acquire(request, sighting);
        switch (acquisition) {
            case Acquisition.Granted(LockGrant given) -> grant = given;
            case Acquisition.Blocked blocked -> sighting = blocked.sighting();
        }
        return acquisition;
    }

    LockGrant getsIt() {
        assertThat(tries()).isInstanceOf(Acquisition.Granted.class);
        return grant;
    }

    Acquisition.Blocked isBlocked() {
        Acquisition acquisition = tries();
        assertThat(acquisition).isInstanceOf(Acquisition.Blocked.class);
        return (Acquisition.Blocked) acquisition;
    }

    Acquisition.Blocked isBlockedBy(String... who) {
        Acquisition.Blocked blocked = isBlocked();
        assertThat(blocked.holders()).extracting(Holder::who).containsExactlyInAnyOrder(who);
        return blocked;
    }

    void heartbeats() {
        locks.heartbeat(grant);
    }

    void releases() {
        locks.release(grant);
    }

    void withdraws() {
        locks.withdraw(request);
    }
}

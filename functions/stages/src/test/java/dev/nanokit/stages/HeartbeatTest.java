package dev.nanokit.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nanokit.stages.lock.Heartbeat;
import dev.nanokit.state.lock.Acquisition;
import dev.nanokit.state.lock.Holder;
import dev.nanokit.state.lock.LockGrant;
import dev.nanokit.state.lock.LockLostException;
import dev.nanokit.state.lock.LockRequest;
import dev.nanokit.state.lock.LockRequest.InfraAccess;
import dev.nanokit.state.lock.Locks;
import dev.nanokit.state.lock.Sighting;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HeartbeatTest {
    private static final Holder ADA = new Holder("ada@laptop", "nkapp up", "", Instant.EPOCH);
    private static final Holder BOB = new Holder("bob@vps", "nkapp up", "", Instant.EPOCH);

    @TempDir
    Path folder;

    /** Lets the heart beat once for each permit, and tells when it is about to wait again. */
    private final Semaphore beats = new Semaphore(0);

    private final Semaphore waits = new Semaphore(0);
    private final Pause beatByBeat = duration -> {
        waits.release();
        try {
            beats.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return duration;
    };

    private Site site;

    @BeforeEach
    void open() {
        site = new Site(folder);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void beatingHolderIsNeverTakenOver() {
        Locks locks = site.locks();
        LockGrant grant = granted(locks.acquire(request("ada", ADA), Sighting.NONE));
        Sighting sighting = Sighting.NONE;
        try (Heartbeat heartbeat = Heartbeat.start(locks, grant, beatByBeat)) {
            for (int i = 0; i < 10; i++) {
                sighting = ((Acquisition.Blocked) site.locks().acquire(request("bob", BOB), sighting)).sighting();
                beat();
                site.time.pause(Site.LEASE.dividedBy(2));
            }
            assertThat(heartbeat.lost()).isFalse();
        }
    }

    @Test
    void silentHolderIsTakenOverAfterALeaseAndItsHeartLearnsOfIt() {
        Locks locks = site.locks();
        LockGrant grant = granted(locks.acquire(request("ada", ADA), Sighting.NONE));
        try (Heartbeat heartbeat = Heartbeat.start(locks, grant, beatByBeat)) {
            Sighting sighting =
                    ((Acquisition.Blocked) site.locks().acquire(request("bob", BOB), Sighting.NONE)).sighting();
            site.time.pause(Site.LEASE.plusMillis(1));
            LockGrant bobs = granted(site.locks().acquire(request("bob", BOB), sighting));

            beats.release();
            while (!heartbeat.lost()) {
                Thread.onSpinWait();
            }

            assertThat(bobs.componentToken()).isGreaterThan(grant.componentToken());
            assertThatThrownBy(() -> site.store().begin(grant, "acme/shop", 0)).isInstanceOf(LockLostException.class);
        }
    }

    /** Returns when the beat has been made. */
    private void beat() {
        waits.acquireUninterruptibly();
        beats.release();
        waits.acquireUninterruptibly();
        waits.release();
    }

    private static LockGrant granted(Acquisition acquisition) {
        return ((Acquisition.Granted) acquisition).grant();
    }

    private static LockRequest request(String id, Holder holder) {
        return new LockRequest(Site.ENVIRONMENT, "main", InfraAccess.WRITE, holder, id, Site.LEASE);
    }
}

package dev.nanokit.state.lock;

import static dev.nanokit.state.lock.LockRequest.InfraAccess.READ;
import static dev.nanokit.state.lock.LockRequest.InfraAccess.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.nanokit.state.audit.AuditEntry;
import dev.nanokit.state.audit.AuditTrail;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How locks end that their holder does not give back: by lease, by unlock; over every table. */
abstract class LostLocksContract extends LocksFixture {
    private static final Duration TICK = Duration.ofMillis(1);

    @Test
    void lockOfADeadHolderIsTakenOverOnceALeaseHasBeenSeenToPass() {
        Run ada = run("ada", "api", WRITE);
        Run bob = run("bob", "web", WRITE);
        ada.getsIt();
        assertThat(bob.isBlockedBy("ada").remaining()).isEqualTo(Run.LEASE);

        clock.advance(Run.LEASE.minus(TICK));
        assertThat(bob.isBlockedBy("ada").remaining()).isEqualTo(TICK);

        clock.advance(TICK);
        LockGrant grant = bob.getsIt();

        assertThat(grant.takenOverFrom().who()).isEqualTo("ada");
        assertThat(grant.infraToken()).isEqualTo(2);
        assertHarmless(ada);
    }

    @Test
    void takingOverTheSameComponentFencesOffTheFormerHolder() {
        Run ada = run("ada", "api", READ);
        Run bob = run("bob", "api", READ);
        ada.getsIt();
        bob.isBlocked();
        clock.advance(Run.LEASE);

        LockGrant grant = bob.getsIt();

        assertThat(grant.componentToken()).isEqualTo(2);
        assertThat(grant.takenOverFrom().who()).isEqualTo("ada");
        LockLostException lost = catchThrowableOfType(LockLostException.class, ada::heartbeats);
        assertThat(lost)
                .hasMessageContaining("the lock on component api of " + environment.project() + "/stage")
                .hasMessageContaining("bob (nkapp up) has taken it, since 2026-11-24T09:00:00Z");
        assertHarmless(ada);
    }

    @Test
    void ownerTakesOverFromDeadUsersOnly() {
        Run dead = run("ada", "api", READ);
        Run alive = run("bob", "web", READ);
        Run owner = run("cyd", "base", WRITE);
        dead.getsIt();
        alive.getsIt();
        owner.isBlockedBy("ada", "bob");
        clock.advance(Run.LEASE);
        alive.heartbeats();

        owner.isBlockedBy("bob");
        alive.heartbeats();
        alive.releases();
        owner.getsIt();

        assertThat(owner.grant().takenOverFrom().who()).isEqualTo("ada");
        assertHarmless(dead);
    }

    @Test
    void whatRunsThatAreKnownToHaveDiedHoldIsClearedAtOnceAndNothingOfOthers() {
        Run dead = run("ada", "api", READ);
        Run alive = run("bob", "web", READ);
        Run owner = run("cyd", "base", WRITE);
        dead.getsIt();
        alive.getsIt();
        owner.isBlockedBy("ada", "bob");

        assertThat(locks.clearDead(environment, holder -> holder.who().equals("ada"), by("eve")))
                .extracting(Holder::who)
                .containsExactly("ada");
        assertThat(locks.clearDead(environment, holder -> holder.who().equals("ada"), by("eve")))
                .isEmpty();

        assertHarmless(dead);
        owner.isBlockedBy("bob");
        alive.heartbeats();
        alive.releases();
        owner.getsIt();
        assertThat(new AuditTrail(table).newest(environment, 10))
                .singleElement()
                .satisfies(entry -> assertThat(entry.detail()).isEqualTo("died: ada (nkapp up)"));
    }

    @Test
    void deadRunLosesItsPlaceInTheQueueAtOnce() {
        Run holder = run("ada", "api", WRITE);
        Run dead = run("bob", "web", WRITE);
        Run next = run("cyd", "jobs", WRITE);
        holder.getsIt();
        dead.isBlocked();
        next.isBlocked();

        locks.clearDead(environment, waiter -> waiter.who().equals("bob"), by("eve"));
        holder.releases();

        next.getsIt();
    }

    @Test
    void heartbeatKeepsTheLockHoweverLongTheRunTakes() {
        Run ada = run("ada", "api", WRITE);
        Run bob = run("bob", "api", WRITE);
        ada.getsIt();
        for (int i = 0; i < 10; i++) {
            bob.isBlockedBy("ada");
            clock.advance(Run.LEASE.dividedBy(2));
            ada.heartbeats();
        }
        bob.isBlockedBy("ada");
        ada.heartbeats();
    }

    @Test
    void leaseIsCountedByTheWaitersOwnClock() {
        Run ada = Run.of("ada", new TableLocks(table, () -> 4_000_000_000_000L), environment, "api", WRITE);
        Run bob = Run.of(
                "bob", new TableLocks(table, () -> clock.millis() - 2_000_000_000_000L), environment, "api", WRITE);
        ada.getsIt();
        bob.isBlocked();
        clock.advance(Run.LEASE.minus(TICK));
        bob.isBlocked();
        clock.advance(TICK);

        bob.getsIt();
    }

    @Test
    void whoHasJustComeTakesNothingOver() {
        Run ada = run("ada", "api", WRITE);
        ada.getsIt();
        clock.advance(Run.LEASE.multipliedBy(100));

        run("bob", "api", WRITE).isBlockedBy("ada");
    }

    @Test
    void unlockMakesTheFormerHolderHarmless() {
        Run ada = run("ada", "api", WRITE);
        ada.getsIt();

        List<HeldLock> cleared = locks.unlock(environment, by("eve"));

        assertThat(cleared).extracting(HeldLock::scope).containsExactly("infra", "component api");
        assertThat(cleared)
                .allSatisfy(lock ->
                        assertThat(lock.holders()).extracting(Holder::who).containsExactly("ada"));
        assertThatThrownBy(ada::heartbeats)
                .isInstanceOf(LockLostException.class)
                .hasMessageContaining("it was cleared");
        assertHarmless(ada);
        assertThat(run("bob", "api", WRITE).getsIt().takenOverFrom()).isNull();
        assertHarmless(ada);
    }

    @Test
    void unlockMakesUsersOfTheInfrastructureHarmlessToo() {
        Run ada = run("ada", "api", READ);
        Run bob = run("bob", "web", READ);
        ada.getsIt();
        bob.getsIt();

        locks.unlock(environment, by("eve"));

        assertHarmless(ada);
        assertHarmless(bob);
        run("cyd", "base", WRITE).getsIt();
    }

    @Test
    void unlockIsRecordedWithWhoseLocksTheyWere() {
        run("ada", "api", WRITE).getsIt();

        locks.unlock(environment, by("eve"));

        assertThat(new AuditTrail(table).newest(environment, 10))
                .containsExactly(new AuditEntry(
                        by("eve").since(),
                        "eve",
                        "unlock",
                        "infra of ada (nkapp up); component api of ada (nkapp up)"));
    }

    @Test
    void unlockEmptiesTheQueueAndWhoStillWaitsJoinsItAgain() {
        Run ada = run("ada", "api", WRITE);
        Run dead = run("bob", "api", WRITE);
        Run alive = run("cyd", "api", WRITE);
        ada.getsIt();
        dead.isBlocked();
        alive.isBlocked();

        locks.unlock(environment, by("eve"));

        alive.getsIt();
    }

    @Test
    void unlockOfWhatIsFreeDoesNothing() {
        Run ada = run("ada", "api", WRITE);
        ada.getsIt();
        ada.releases();

        assertThat(locks.unlock(environment, by("eve"))).isEmpty();
        assertThat(new AuditTrail(table).newest(environment, 10)).isEmpty();
    }

    @Test
    void asManyMayHoldLocksAsUnlockCanClearAtOnce() {
        List<Run> users = IntStream.range(0, InfraLock.MAX_HOLDERS)
                .mapToObj(i -> run("user " + i, "c" + i, READ))
                .toList();
        users.forEach(Run::getsIt);
        Run oneMore = run("ada", "one-more", READ);

        assertThat(oneMore.isBlocked().holders()).hasSize(InfraLock.MAX_HOLDERS);
        assertThat(locks.unlock(environment, by("eve"))).hasSize(InfraLock.MAX_HOLDERS + 1);
        users.forEach(this::assertHarmless);
        oneMore.getsIt();
    }

    @Test
    void ownerTakesOverFromAsManyDeadUsersAsThereCanBe() {
        List<Run> users = IntStream.range(0, InfraLock.MAX_HOLDERS)
                .mapToObj(i -> run("user " + i, "c" + i, READ))
                .toList();
        users.forEach(Run::getsIt);
        Run owner = run("ada", "base", WRITE);
        owner.isBlocked();
        clock.advance(Run.LEASE);

        owner.getsIt();

        users.forEach(this::assertHarmless);
    }
}

package dev.nanokit.state.lock;

import static dev.nanokit.state.lock.LockRequest.InfraAccess.READ;
import static dev.nanokit.state.lock.LockRequest.InfraAccess.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nanokit.state.EnvironmentId;
import dev.nanokit.state.table.Condition;
import dev.nanokit.state.table.CorruptStateException;
import dev.nanokit.state.table.Item;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Who gets the locks and who waits, over every table. */
abstract class LocksContract extends LocksFixture {
    @Test
    void freeLockIsGranted() {
        LockGrant grant = run("ada", "api", WRITE).getsIt();

        assertThat(grant.componentToken()).isEqualTo(1);
        assertThat(grant.infraToken()).isEqualTo(1);
        assertThat(grant.takenOverFrom()).isNull();
    }

    @Test
    void ownersOfInfrastructureExcludeEachOther() {
        Run ada = run("ada", "api", WRITE);
        Run bob = run("bob", "web", WRITE);
        ada.getsIt();

        Acquisition.Blocked blocked = bob.isBlockedBy("ada");
        assertThat(blocked.scope()).isEqualTo("infra");
        assertThat(blocked.position()).isEqualTo(1);
        assertThat(blocked.remaining()).isEqualTo(Run.LEASE);

        ada.releases();
        bob.getsIt();
    }

    @Test
    void runsOfTheSameComponentExcludeEachOther() {
        run("ada", "api", READ).getsIt();

        assertThat(run("bob", "api", READ).isBlockedBy("ada").scope()).isEqualTo("component api");
    }

    @Test
    void usersOfSharedInfrastructureGoSideBySide() {
        run("ada", "api", READ).getsIt();
        run("bob", "web", READ).getsIt();
        run("cyd", "jobs", READ).getsIt();
    }

    @Test
    void ownerWaitsForAllUsers() {
        Run ada = run("ada", "api", READ);
        Run bob = run("bob", "web", READ);
        Run cyd = run("cyd", "base", WRITE);
        ada.getsIt();
        bob.getsIt();

        assertThat(cyd.isBlockedBy("ada", "bob").scope()).isEqualTo("infra");
        ada.releases();
        cyd.isBlockedBy("bob");
        bob.releases();
        cyd.getsIt();
    }

    @Test
    void userWaitsForTheOwner() {
        Run ada = run("ada", "base", WRITE);
        Run bob = run("bob", "api", READ);
        ada.getsIt();

        bob.isBlockedBy("ada");
        ada.releases();
        bob.getsIt();
    }

    @Test
    void environmentsDoNotKnowOfEachOther() {
        EnvironmentId other = new EnvironmentId("local", environment.project(), "production");
        run("ada", "api", WRITE).getsIt();

        Run.of("bob", locks, other, "api", WRITE).getsIt();
    }

    @Test
    void waitingOwnerIsNotStarvedByNewUsers() {
        Run ada = run("ada", "api", READ);
        Run owner = run("bob", "base", WRITE);
        Run cyd = run("cyd", "web", READ);
        ada.getsIt();
        owner.isBlockedBy("ada");

        Acquisition.Blocked blocked = cyd.isBlockedBy("bob");
        assertThat(blocked.position()).isEqualTo(2);
        ada.releases();
        cyd.isBlockedBy("bob");
        owner.getsIt();
        cyd.isBlockedBy("bob");
        owner.releases();
        cyd.getsIt();
    }

    @Test
    void waitersGetTheLockInTheOrderInWhichTheyCame() {
        Run ada = run("ada", "api", WRITE);
        List<Run> waiters = List.of(run("bob", "api", WRITE), run("cyd", "web", WRITE), run("dan", "api", WRITE));
        ada.getsIt();
        for (int i = 0; i < waiters.size(); i++) {
            assertThat(waiters.get(i).isBlocked().position()).isEqualTo(i + 1);
        }
        ada.releases();

        for (int next = 0; next < waiters.size(); next++) {
            waiters.subList(next + 1, waiters.size()).forEach(Run::isBlocked);
            waiters.get(next).getsIt();
            waiters.get(next).releases();
        }
    }

    @Test
    void waiterHoldsUpOnlyThoseWhomItExcludes() {
        Run ada = run("ada", "api", READ);
        ada.getsIt();
        run("bob", "api", READ).isBlockedBy("ada");

        run("cyd", "web", READ).getsIt();
    }

    @Test
    void repeatedRequestGetsItsGrantBack() {
        LockRequest request = run("ada", "api", WRITE).request();
        Acquisition first = locks.acquire(request, Sighting.NONE);

        assertThat(newProcess().acquire(request, Sighting.NONE)).isEqualTo(first);
        assertThat(locks.acquire(request, Sighting.NONE)).isEqualTo(first);
    }

    @Test
    void tokensGrowByOneAndAreNeverUsedAgain() {
        List<Long> component = new ArrayList<>();
        List<Long> infra = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Run run = run("run " + i, "api", WRITE);
            LockGrant grant = run.getsIt();
            component.add(grant.componentToken());
            infra.add(grant.infraToken());
            if (i == 1) {
                locks.unlock(environment, by("eve"));
            } else {
                run.releases();
            }
        }

        assertThat(component).containsExactly(1L, 2L, 3L, 4L);
        assertThat(infra).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void releaseIsDoneOnceAndNeverToAnother() {
        Run ada = run("ada", "api", WRITE);
        Run bob = run("bob", "api", WRITE);
        ada.getsIt();
        ada.releases();
        ada.releases();
        bob.getsIt();

        ada.releases();

        run("cyd", "api", WRITE).isBlockedBy("bob");
    }

    @Test
    void deadWaiterIsPassedOver() {
        Run ada = run("ada", "api", WRITE);
        Run dead = run("bob", "api", WRITE);
        Run cyd = run("cyd", "api", WRITE);
        ada.getsIt();
        dead.isBlocked();
        assertThat(cyd.isBlocked().position()).isEqualTo(2);
        ada.releases();
        assertThat(cyd.isBlockedBy("bob").remaining()).isEqualTo(Run.LEASE);
        clock.advance(Run.LEASE);

        cyd.getsIt();
        assertThat(dead.isBlockedBy("cyd").position()).isEqualTo(1);
    }

    @Test
    void waiterThatComesBackKeepsItsPlace() {
        Run ada = run("ada", "api", WRITE);
        Run bob = run("bob", "api", WRITE);
        Run cyd = run("cyd", "api", WRITE);
        ada.getsIt();
        for (int i = 0; i < 12; i++) {
            assertThat(bob.isBlocked().position()).isEqualTo(1);
            assertThat(cyd.isBlocked().position()).isEqualTo(2);
            ada.heartbeats();
            clock.advance(Run.LEASE.dividedBy(3));
        }
        ada.releases();

        cyd.isBlockedBy("bob");
        bob.getsIt();
    }

    @Test
    void whoWithdrawsHoldsUpNobody() {
        Run ada = run("ada", "api", WRITE);
        Run bob = run("bob", "api", WRITE);
        Run cyd = run("cyd", "api", WRITE);
        ada.getsIt();
        bob.isBlocked();
        cyd.isBlocked();

        bob.withdraws();
        bob.withdraws();

        ada.releases();
        cyd.getsIt();
    }

    @Test
    void whoWithdrawsGivesBackWhatWasGrantedUnheard() {
        Run ada = run("ada", "api", WRITE);
        locks.acquire(ada.request(), Sighting.NONE);

        ada.withdraws();

        assertThat(locks.list(environment)).isEmpty();
        run("bob", "api", WRITE).getsIt();
    }

    @Test
    void queueIsBoundedAndWhoFindsItFullWaitsWithoutAPlace() {
        Run ada = run("ada", "api", WRITE);
        ada.getsIt();
        for (int i = 0; i < InfraLock.MAX_WAITERS; i++) {
            Run.of("waiter " + i, locks, environment, "api", WRITE).isBlocked();
        }
        Run late = Run.of("late", locks, environment, "api", WRITE);

        assertThat(late.isBlocked().position()).isEqualTo(InfraLock.MAX_WAITERS + 1);
        assertThat(locks.list(environment).getFirst().waiting()).hasSize(InfraLock.MAX_WAITERS);
        clock.advance(Run.LEASE);
        ada.heartbeats();
        assertThat(late.isBlockedBy("ada").position()).isEqualTo(1);
        assertThat(locks.list(environment).getFirst().waiting())
                .extracting(Holder::who)
                .containsExactly("late");
    }

    @Test
    void locksAreListedWithWhoHoldsThemAndWhoWaits() {
        run("ada", "api", READ).getsIt();
        run("bob", "web", READ).getsIt();
        run("cyd", "api", READ).isBlocked();
        run("dan", "base", WRITE).isBlocked();

        List<HeldLock> listed = locks.list(environment);

        assertThat(listed).hasSize(3);
        HeldLock infra = listed.getFirst();
        assertThat(infra.scope()).isEqualTo("infra");
        assertThat(infra.exclusive()).isFalse();
        assertThat(infra.holders()).extracting(Holder::who).containsExactly("ada", "bob");
        assertThat(infra.waiting()).extracting(Holder::who).containsExactly("cyd", "dan");
        assertThat(listed.get(1).scope()).isEqualTo("component api");
        assertThat(listed.get(1).waiting()).extracting(Holder::who).containsExactly("cyd");
        assertThat(listed.get(2).waiting()).isEmpty();
    }

    @Test
    void lockThatNobodyHasBeenAtSinceTakesOneRequestEach() {
        Run ada = Run.of("ada", locks, environment, "api", WRITE);
        Run bob = Run.of("bob", locks, environment, "api", WRITE);
        for (Run run : List.of(ada, bob)) {
            table.taken();
            run.getsIt();
            assertThat(table.taken()).as("requests to acquire").isEqualTo(1);
            run.heartbeats();
            assertThat(table.taken()).as("requests to extend").isEqualTo(1);
            run.releases();
            assertThat(table.taken()).as("requests to release").isEqualTo(1);
        }
    }

    @Test
    void lockThatAnotherProcessHasHadTakesOneRequestMore() {
        Run ada = run("ada", "api", WRITE);
        ada.getsIt();
        ada.releases();
        Run bob = run("bob", "api", WRITE);
        table.taken();

        bob.getsIt();

        assertThat(table.taken()).isEqualTo(2);
        bob.releases();
        assertThat(table.taken()).isEqualTo(1);
    }

    @Test
    void waiterWritesOnlyToTakeItsPlaceAndToShowThatItLives() {
        Run ada = run("ada", "api", WRITE);
        Run bob = run("bob", "api", WRITE);
        ada.getsIt();
        bob.isBlocked();
        table.taken();

        bob.isBlocked();
        bob.isBlocked();
        assertThat(table.taken()).as("reads only").isEqualTo(2);
        clock.advance(Run.LEASE.dividedBy(4));
        bob.isBlocked();
        assertThat(table.taken()).as("a read and a sign of life").isEqualTo(2);
    }

    @Test
    void damagedLockIsNamed() {
        ItemKey key = new ItemKey(environment.partition(), "LOCK#infra");
        for (String body : List.of("{", "[]", "{}", "{\"access\":\"all\"}", "{\"access\":\"read\",\"holders\":[1]}")) {
            table.transact(
                    List.of(new Write.Put(new Item(key, 1, 1, body, OptionalLong.empty()), new Condition.Always())));

            assertThatThrownBy(() -> locks.list(environment))
                    .as(body)
                    .isInstanceOf(CorruptStateException.class)
                    .hasMessageContaining("LOCK#infra of the state can't be read");
        }
    }
}

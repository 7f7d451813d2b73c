package dev.nanokit.state.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nanokit.state.EnvironmentId;
import dev.nanokit.state.lock.LockRequest.InfraAccess;
import dev.nanokit.state.table.Condition;
import dev.nanokit.state.table.ConditionFailedException;
import dev.nanokit.state.table.Item;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;

/** The same things done to the real locks, by several processes, and to the model; and what both say compared. */
final class LockWorld {
    static final Duration LEASE = Duration.ofSeconds(1);
    static final int ACTORS = 6;

    private static final List<String> COMPONENTS = List.of("base", "api", "api", "web", "web", "jobs");
    private static final List<InfraAccess> ACCESS = List.of(
            InfraAccess.WRITE,
            InfraAccess.READ,
            InfraAccess.WRITE,
            InfraAccess.READ,
            InfraAccess.READ,
            InfraAccess.READ);

    private final EnvironmentId environment =
            new EnvironmentId("local", "shop", UUID.randomUUID().toString());
    private final LockModel model = new LockModel();
    private final Table table;
    private final List<Locks> processes;
    private final List<Actor> actors;
    private long now = 1_000_000;

    LockWorld(Table table) {
        this.table = table;
        this.processes = IntStream.range(0, 3)
                .<Locks>mapToObj(i -> new TableLocks(table, () -> now))
                .toList();
        this.actors = IntStream.range(0, ACTORS).mapToObj(Actor::new).toList();
    }

    private final class Actor {
        private final int number;
        private int runs;
        private LockRequest request;
        private Sighting sighting = Sighting.NONE;
        private LockGrant grant;

        Actor(int number) {
            this.number = number;
            begin();
        }

        void begin() {
            runs++;
            Holder holder = new Holder("actor " + number, "run " + runs, "", Instant.EPOCH);
            request = new LockRequest(
                    environment, COMPONENTS.get(number), ACCESS.get(number), holder, number + "/" + runs, LEASE);
            sighting = Sighting.NONE;
            grant = null;
        }
    }

    void acquire(int number, int process) {
        Actor actor = actors.get(number);
        LockModel.Answer expected = model.acquire(actor.request);
        switch (processes.get(process).acquire(actor.request, actor.sighting)) {
            case Acquisition.Granted(LockGrant grant) -> {
                LockModel.Tokens tokens = expected.granted()
                        .orElseThrow(() -> new AssertionError("granted, and was to wait for " + expected.blockedBy()));
                assertThat(grant.componentToken()).as("component token").isEqualTo(tokens.component());
                assertThat(grant.infraToken()).as("infrastructure token").isEqualTo(tokens.infra());
                actor.grant = grant;
            }
            case Acquisition.Blocked blocked -> {
                assertThat(expected.granted()).as("granted").isEmpty();
                assertThat(blocked.holders())
                        .extracting(Holder::who)
                        .containsExactlyInAnyOrderElementsOf(expected.blockedBy());
                assertThat(blocked.position()).as("position").isEqualTo(expected.position());
                actor.sighting = blocked.sighting();
            }
        }
    }

    void heartbeat(int number, int process) {
        Actor actor = actors.get(number);
        if (actor.grant == null) {
            return;
        }
        if (model.holds(actor.request)) {
            processes.get(process).heartbeat(actor.grant);
            model.heartbeat(actor.request);
        } else {
            assertThatThrownBy(() -> processes.get(process).heartbeat(actor.grant))
                    .isInstanceOf(LockLostException.class);
        }
    }

    /** Ends the actor's run; its next attempt is another run's. */
    void release(int number, int process) {
        Actor actor = actors.get(number);
        if (actor.grant != null) {
            processes.get(process).release(actor.grant);
            model.release(actor.request);
            actor.begin();
        }
    }

    void withdraw(int number, int process) {
        Actor actor = actors.get(number);
        processes.get(process).withdraw(actor.request);
        model.withdraw(actor.request);
    }

    /** The run is not heard of again. */
    void die(int number) {
        actors.get(number).begin();
    }

    void unlock(int process) {
        processes.get(process).unlock(environment, new Holder("eve", "unlock", "", Instant.EPOCH));
        model.unlock();
    }

    void pass(long millis) {
        now += millis;
        model.pass(millis);
    }

    /** Who holds, who waits, and whose writes go through, is what the model says. */
    void check() {
        List<HeldLock> listed = processes.getFirst().list(environment);
        assertThat(listed.stream()
                        .filter(lock -> lock.scope().startsWith("component"))
                        .flatMap(lock -> lock.holders().stream())
                        .map(Holder::who))
                .as("holders")
                .containsExactlyInAnyOrderElementsOf(model.holding());
        assertThat(listed.stream()
                        .filter(lock -> lock.scope().equals("infra"))
                        .flatMap(lock -> lock.waiting().stream())
                        .map(Holder::who))
                .as("queue")
                .containsExactlyElementsOf(model.waiting());
        for (Actor actor : actors) {
            if (actor.grant != null) {
                assertThat(canWrite(actor.grant))
                        .as("%s can write", actor.request.holder())
                        .isEqualTo(model.holds(actor.request)
                                && model.tokens(actor.request).component() == actor.grant.componentToken());
            }
        }
    }

    private boolean canWrite(LockGrant grant) {
        ItemKey key = new ItemKey(environment.partition(), "RESOURCE#x");
        List<Write> writes = new ArrayList<>(Fence.checks(grant));
        writes.add(new Write.Put(new Item(key, 1, 0, "{}", OptionalLong.empty()), new Condition.Always()));
        try {
            table.transact(writes);
            return true;
        } catch (ConditionFailedException e) {
            return false;
        }
    }
}

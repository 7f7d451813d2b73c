package dev.nanokit.state.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.nanokit.state.EnvironmentId;
import dev.nanokit.state.ManualClock;
import dev.nanokit.state.lock.LockRequest.InfraAccess;
import dev.nanokit.state.table.Condition;
import dev.nanokit.state.table.ConditionFailedException;
import dev.nanokit.state.table.CountingTable;
import dev.nanokit.state.table.Item;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Locks over a table, and runs that want them; each run a process of its own. */
abstract class LocksFixture {
    final ManualClock clock = new ManualClock();
    final EnvironmentId environment = new EnvironmentId("local", "shop-" + UUID.randomUUID(), "stage");
    CountingTable table;
    Locks locks;

    abstract Table open();

    @BeforeEach
    void openTable() {
        table = new CountingTable(open());
        locks = newProcess();
    }

    @AfterEach
    void closeTable() {
        table.close();
    }

    /** Remembers nothing of what others did. */
    final Locks newProcess() {
        return new TableLocks(table, clock::millis);
    }

    final Run run(String who, String component, InfraAccess access) {
        return Run.of(who, newProcess(), environment, component, access);
    }

    /** Its next write of state fails at the fence, in the transaction that would have done it. */
    final void assertHarmless(Run run) {
        ItemKey key = new ItemKey(environment.partition(), "RESOURCE#" + UUID.randomUUID());
        List<Write> writes = new ArrayList<>(Fence.checks(run.grant()));
        writes.add(new Write.Put(new Item(key, 1, 0, "{}", OptionalLong.empty()), new Condition.Always()));

        ConditionFailedException failure =
                catchThrowableOfType(ConditionFailedException.class, () -> table.transact(writes));

        assertThat(Fence.broken(run.grant(), failure)).isPresent();
        assertThat(table.get(key)).isEmpty();
    }

    static Holder by(String who) {
        return new Holder(who, "nkapp infra unlock", "", Instant.parse("2026-11-24T10:30:00Z"));
    }
}

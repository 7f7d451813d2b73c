package dev.nanokit.state.lock;

import dev.nanokit.state.table.LocalDynamoDb;
import dev.nanokit.state.table.Table;
import java.time.InstantSource;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.state.ActionChain;

class DynamoDbLocksModelTest extends LocksModelContract {
    /** Fewer tries: each takes this server half a second. */
    @Property(tries = 20)
    void locksDoWhatTheModelDoes(@ForAll("chains") ActionChain<LockWorld> chain) {
        check(chain);
    }

    @Override
    Table table() {
        return LocalDynamoDb.open(InstantSource.system());
    }
}

package dev.nanokit.state.lock;

import dev.nanokit.state.table.LocalDynamoDb;
import dev.nanokit.state.table.Table;
import java.time.InstantSource;

class DynamoDbLockContentionTest extends LockContentionContract {
    @Override
    Table table() {
        return LocalDynamoDb.open(InstantSource.system());
    }

    @Override
    int acquisitionsOfEach() {
        return 20;
    }
}

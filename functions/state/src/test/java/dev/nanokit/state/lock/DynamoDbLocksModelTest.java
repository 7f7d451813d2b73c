package dev.nanokit.state.lock;

import dev.nanokit.state.table.LocalDynamoDb;
import dev.nanokit.state.table.Table;
import java.time.InstantSource;

class DynamoDbLocksModelTest extends LocksModelContract {
    @Override
    Table table() {
        return LocalDynamoDb.open(InstantSource.system());
    }
}

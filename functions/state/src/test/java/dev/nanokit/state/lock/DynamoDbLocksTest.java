package dev.nanokit.state.lock;

import dev.nanokit.state.table.LocalDynamoDb;
import dev.nanokit.state.table.Table;

class DynamoDbLocksTest extends LocksContract {
    @Override
    Table open() {
        return LocalDynamoDb.open(clock);
    }
}

package dev.nanokit.state.lock;

import dev.nanokit.state.table.LocalDynamoDb;
import dev.nanokit.state.table.Table;

class DynamoDbLostLocksTest extends LostLocksContract {
    @Override
    Table open() {
        return LocalDynamoDb.open(clock);
    }
}

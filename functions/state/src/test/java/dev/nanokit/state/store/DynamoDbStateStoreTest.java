package dev.nanokit.state.store;

import dev.nanokit.state.table.LocalDynamoDb;
import dev.nanokit.state.table.Table;

class DynamoDbStateStoreTest extends StateStoreContract {
    @Override
    Table open() {
        return LocalDynamoDb.open(clock);
    }
}

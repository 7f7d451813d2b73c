package dev.nanokit.state.run;

import dev.nanokit.state.table.LocalDynamoDb;
import dev.nanokit.state.table.Table;

class DynamoDbRunsTest extends RunsContract {
    @Override
    Table open() {
        return LocalDynamoDb.open(clock);
    }
}

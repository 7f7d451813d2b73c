package dev.nanokit.state.table;

class DynamoDbTableContractTest extends TableContract {
    @Override
    Table open() {
        return LocalDynamoDb.open(clock);
    }
}

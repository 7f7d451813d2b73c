package dev.nanokit.state.table;

import dev.nanokit.state.table.memory.MemoryTable;

class MemoryTableContractTest extends TableContract {
    @Override
    Table open() {
        return new MemoryTable(clock);
    }
}

package dev.nanokit.github.flow.journal;

import dev.nanokit.engine.value.Value;
import dev.nanokit.state.table.Fields;

/** Yes or no as an item keeps it. */
final class Flag {
    private Flag() {}

    static Value write(boolean flag) {
        return Value.num(flag ? 1 : 0);
    }

    static boolean read(Fields fields, String name) {
        return fields.number(name) == 1;
    }
}

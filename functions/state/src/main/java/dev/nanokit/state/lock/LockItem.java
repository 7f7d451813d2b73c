package dev.nanokit.state.lock;

import dev.nanokit.engine.value.Value;
import dev.nanokit.engine.value.ValueJson;
import dev.nanokit.state.table.Condition;
import dev.nanokit.state.table.Item;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.Write;
import java.util.OptionalLong;

/** How locks are written: each version exactly once, over the one before it. An item that was never written is 0. */
final class LockItem {
    static final long NEVER_WRITTEN = 0;

    private LockItem() {}

    static Write over(long version, ItemKey key, long token, Value.Obj body) {
        Item item = new Item(key, version + 1, token, ValueJson.write(body), OptionalLong.empty());
        return new Write.Put(
                item, version == NEVER_WRITTEN ? new Condition.Absent() : new Condition.VersionIs(version));
    }
}

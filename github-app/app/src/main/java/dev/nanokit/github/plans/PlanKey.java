package dev.nanokit.github.plans;

import dev.nanokit.engine.value.Value;
import dev.nanokit.state.table.Condition;
import dev.nanokit.state.table.ConditionFailedException;
import dev.nanokit.state.table.CorruptStateException;
import dev.nanokit.state.table.Fields;
import dev.nanokit.state.table.Item;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.Write;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The key that signs the addresses of plans' pages: made at random by whoever asks first, and kept with the state. */
public final class PlanKey {
    private static final ItemKey KEY = new ItemKey("PLAN_PAGES", "KEY");
    private static final int BYTES = 32;

    private PlanKey() {}

    public static byte[] of(Table table) {
        return read(table.get(KEY).orElseGet(() -> make(table)));
    }

    /** The key, if anybody has made one: for who only reads. */
    public static Optional<byte[]> find(Table table) {
        return table.get(KEY).map(PlanKey::read);
    }

    private static Item make(Table table) {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        Item item = Item.of(
                KEY, 1, Value.obj(Map.of("key", Value.text(Base64.getEncoder().encodeToString(bytes)))));
        try {
            table.transact(List.of(new Write.Put(item, new Condition.Absent())));
            return item;
        } catch (ConditionFailedException e) {
            return e.failures().getFirst().current().orElseThrow(() -> e);
        }
    }

    /** What is wrong is said without a cause, whose message might show the key. */
    private static byte[] read(Item item) {
        try {
            return Base64.getDecoder().decode(Fields.of(item).text("key"));
        } catch (IllegalArgumentException | CorruptStateException e) {
            throw new CorruptStateException(item.key(), "it does not hold a key", null);
        }
    }
}

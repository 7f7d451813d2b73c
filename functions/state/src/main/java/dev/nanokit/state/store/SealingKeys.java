package dev.nanokit.state.store;

import dev.nanokit.engine.value.SealingKey;
import dev.nanokit.engine.value.Value;
import dev.nanokit.state.EnvironmentId;
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

/** The environments' sealing keys, made at random by whoever asks first. */
final class SealingKeys {
    private static final int BYTES = 32;

    private final Table table;

    SealingKeys(Table table) {
        this.table = table;
    }

    SealingKey of(EnvironmentId environment) {
        ItemKey key = new ItemKey(environment.partition(), "SEALING_KEY");
        return read(table.get(key).orElseGet(() -> make(key)));
    }

    private Item make(ItemKey key) {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        Value.Obj body = Value.obj(Map.of("key", Value.text(Base64.getEncoder().encodeToString(bytes))));
        Item item = Item.of(key, 1, body);
        try {
            table.transact(List.of(new Write.Put(item, new Condition.Absent())));
            return item;
        } catch (ConditionFailedException e) {
            return e.failures().getFirst().current().orElseThrow(() -> e);
        }
    }

    /** What is wrong is said without a cause, whose message might show the key. */
    private static SealingKey read(Item item) {
        try {
            return new SealingKey(Base64.getDecoder().decode(Fields.of(item).text("key")));
        } catch (IllegalArgumentException | CorruptStateException e) {
            throw new CorruptStateException(item.key(), "it does not hold a key", null);
        }
    }
}

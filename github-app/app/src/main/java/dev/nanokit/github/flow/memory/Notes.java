package dev.nanokit.github.flow.memory;

import dev.nanokit.engine.value.Value;
import dev.nanokit.engine.value.ValueJson;
import dev.nanokit.state.table.Condition;
import dev.nanokit.state.table.ConditionFailedException;
import dev.nanokit.state.table.Fields;
import dev.nanokit.state.table.Item;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.Write;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Small items in the state table, each written only over the version that was read. Forgotten after half a year, unless
 * they are made to last.
 */
public final class Notes {
    private static final Duration KEEP = Duration.ofDays(180);
    private static final int TRIES = 20;

    private final Table table;
    private final InstantSource clock;
    private final boolean lasting;

    public Notes(Table table, InstantSource clock) {
        this(table, clock, false);
    }

    private Notes(Table table, InstantSource clock, boolean lasting) {
        this.table = table;
        this.clock = clock;
        this.lasting = lasting;
    }

    /** What is to be kept until somebody has it forgotten. */
    public static Notes lasting(Table table, InstantSource clock) {
        return new Notes(table, clock, true);
    }

    public Optional<Fields> read(ItemKey key) {
        return table.get(key).map(Fields::of);
    }

    public List<Fields> all(String partition, String prefix) {
        List<Fields> all = new ArrayList<>();
        table.query(partition, prefix, item -> all.add(Fields.of(item)));
        return all;
    }

    /**
     * Writes what the change makes of what is there.
     *
     * @param change may be called several times, when others write at the same time
     * @return what is there then
     */
    public Value.Obj write(ItemKey key, Function<Optional<Fields>, Value.Obj> change) {
        for (int tries = 1; true; tries++) {
            Optional<Item> before = table.get(key);
            Value.Obj after = change.apply(before.map(Fields::of));
            try {
                put(key, before, after);
                return after;
            } catch (ConditionFailedException e) {
                if (tries == TRIES) {
                    throw e;
                }
            }
        }
    }

    private void put(ItemKey key, Optional<Item> before, Value.Obj body) {
        long version = before.map(Item::version).orElse(0L);
        OptionalLong expiry = lasting
                ? OptionalLong.empty()
                : OptionalLong.of(clock.instant().plus(KEEP).getEpochSecond());
        Condition condition = before.isPresent() ? new Condition.VersionIs(version) : new Condition.Absent();
        table.transact(List.of(new Write.Put(new Item(key, version + 1, 0, ValueJson.write(body), expiry), condition)));
    }

    public void forget(ItemKey key) {
        table.transact(List.of(new Write.Delete(key, new Condition.Always())));
    }
}

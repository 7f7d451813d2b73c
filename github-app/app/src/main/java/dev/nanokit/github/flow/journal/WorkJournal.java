package dev.nanokit.github.flow.journal;

import dev.nanokit.engine.value.SpecDigest;
import dev.nanokit.engine.value.Value;
import dev.nanokit.engine.value.ValueJson;
import dev.nanokit.state.table.Condition;
import dev.nanokit.state.table.ConditionFailedException;
import dev.nanokit.state.table.Fields;
import dev.nanokit.state.table.Item;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.Write;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * The answers that one piece of work has got, by the question and how often it was asked before. One handling of the work
 * asks through one journal of its own, which counts from the beginning.
 */
public final class WorkJournal {
    private static final Duration KEEP = Duration.ofDays(7);

    private final Table table;
    private final InstantSource clock;
    private final String work;
    private final Map<String, Integer> asked = new HashMap<>();

    /** @param work the work's name */
    public WorkJournal(Table table, InstantSource clock, String work) {
        this.table = table;
        this.clock = clock;
        this.work = work;
    }

    /** What was answered, or else what is answered now; that is kept where there is room for it. */
    synchronized Fields answer(String question, Supplier<Value.Obj> ask) {
        int before = asked.merge(question, 1, Integer::sum);
        ItemKey key = new ItemKey(
                "WORK#" + work, "CALL#" + SpecDigest.ofText(question).substring(7, 31) + "#" + before);
        Optional<Item> known = table.get(key);
        if (known.isPresent()) {
            return Fields.of(known.get());
        }
        Value.Obj answer = ask.get();
        return keep(key, answer);
    }

    private Fields keep(ItemKey key, Value.Obj answer) {
        String body = ValueJson.write(answer);
        if (body.getBytes(StandardCharsets.UTF_8).length <= Table.MAX_BODY_BYTES) {
            OptionalLong expiry = OptionalLong.of(clock.instant().plus(KEEP).getEpochSecond());
            try {
                table.transact(List.of(new Write.Put(new Item(key, 1, 0, body, expiry), new Condition.Absent())));
            } catch (ConditionFailedException e) {
                return table.get(key).map(Fields::of).orElseThrow(() -> e);
            }
        }
        return new Fields(key, answer);
    }
}

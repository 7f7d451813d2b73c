package dev.nanokit.state.store;

import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.plan.PlanParts;
import dev.nanokit.engine.value.Value;
import dev.nanokit.engine.value.ValueJson;
import dev.nanokit.state.table.Condition;
import dev.nanokit.state.table.CorruptStateException;
import dev.nanokit.state.table.Fields;
import dev.nanokit.state.table.Item;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.TransactionFiller;
import dev.nanokit.state.table.Write;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Plans in a partition each: {@code CHANGE#<n>} for each change, {@code UNCHANGED#<n>} for what stays (many in one item,
 * since nobody asks for them one by one), and last of all {@code PLAN}: a plan that has one is whole.
 */
final class Plans {
    /** Small enough for several in one transaction, large enough that a thousand resources take one. */
    private static final int UNCHANGED_BYTES = 200_000;

    private static final Condition NOBODY_ELSE_WRITES_IT = new Condition.Always();

    private final Table table;
    private final InstantSource clock;

    Plans(Table table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    void save(Plan plan, Duration keep) {
        long expiresAt = clock.instant().plus(keep).getEpochSecond();
        TransactionFiller transactions = new TransactionFiller(table);
        int items = 0;
        for (Iterator<String> changes = PlanParts.changes(plan).iterator(); changes.hasNext(); items++) {
            transactions.add(put(plan.id(), "CHANGE#%06d".formatted(items + 1), changes.next(), expiresAt));
        }
        for (Iterator<String> chunks = chunks(PlanParts.unchanged(plan)).iterator(); chunks.hasNext(); items++) {
            transactions.add(put(plan.id(), "UNCHANGED#%06d".formatted(items + 1), chunks.next(), expiresAt));
        }
        Value.Obj head = Value.obj(Map.of("head", Value.text(PlanParts.head(plan)), "items", Value.num(items)));
        transactions.add(put(plan.id(), "PLAN", ValueJson.write(head), expiresAt));
        transactions.flush();
    }

    private static List<String> chunks(Stream<String> objects) {
        List<String> chunks = new ArrayList<>();
        StringBuilder chunk = new StringBuilder();
        objects.forEach(object -> {
            if (chunk.length() + object.length() > UNCHANGED_BYTES && !chunk.isEmpty()) {
                chunks.add(chunk.toString());
                chunk.setLength(0);
            }
            chunk.append(chunk.isEmpty() ? "" : ",").append(object);
        });
        if (!chunk.isEmpty()) {
            chunks.add(chunk.toString());
        }
        return chunks;
    }

    private static Write.Put put(String planId, String sort, String body, long expiresAt) {
        return new Write.Put(
                new Item(new ItemKey(partition(planId), sort), 1, 0, body, OptionalLong.of(expiresAt)),
                NOBODY_ELSE_WRITES_IT);
    }

    Optional<String> json(String planId) {
        return table.get(new ItemKey(partition(planId), "PLAN")).map(this::join);
    }

    private String join(Item plan) {
        Fields fields = Fields.of(plan);
        List<String> changes = new ArrayList<>();
        for (String prefix : List.of("CHANGE#", "UNCHANGED#")) {
            table.query(plan.key().partition(), prefix, item -> changes.add(item.body()));
        }
        if (changes.size() != fields.number("items")) {
            throw new CorruptStateException(
                    plan.key(),
                    "it has " + fields.number("items") + " parts, and " + changes.size() + " are there",
                    null);
        }
        return PlanParts.join(fields.text("head"), changes.stream());
    }

    private static String partition(String planId) {
        return "PLAN#" + planId;
    }
}

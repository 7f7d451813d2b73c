package dev.nanokit.state.run;

import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.plan.ChangeCodec;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.plan.PlanHead;
import dev.nanokit.engine.value.JsonFields;
import dev.nanokit.engine.value.SealingKey;
import dev.nanokit.engine.value.Value;
import dev.nanokit.engine.value.ValueJson;
import dev.nanokit.state.table.Condition;
import dev.nanokit.state.table.CorruptStateException;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.TransactionFiller;
import dev.nanokit.state.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The plans of runs, change by change, each as it can be done again by another process ({@link ChangeCodec}). The head
 * is written last: a plan that has one is whole.
 */
public final class RunPlans {
    private static final String HEAD = "PLAN";
    private static final int UNCHANGED_CHARS = 60_000;
    private static final Condition NOBODY_ELSE_WRITES_IT = new Condition.Always();

    private final Table table;
    private final RunItems items;

    RunPlans(Table table, RunItems items) {
        this.table = table;
        this.items = items;
    }

    /**
     * @param under the component's fencing token that it was made under; 0 without a lock
     * @param unchangedItems how many items hold what stays as it is
     */
    public record Head(PlanHead plan, long under, int unchangedItems) {}

    /**
     * Keeps a plan in the place of one that the run made before.
     *
     * @param key under which secrets are sealed
     * @param changes the plan's changes in their order, each with what it is to be done with
     * @param under the component's fencing token; 0 without a lock
     */
    public void save(String run, Plan plan, SealingKey key, Function<Change, PlannedChange> changes, long under) {
        TransactionFiller writes = new TransactionFiller(table);
        int number = 0;
        for (Change change : plan.changes().toList()) {
            writes.add(write(run, changeName(number++), changes.apply(change).json(key)));
        }
        List<String> chunks = chunks(plan.unchanged().stream().map(same -> ChangeCodec.write(same, key)));
        for (int chunk = 0; chunk < chunks.size(); chunk++) {
            writes.add(write(run, unchangedName(chunk), chunks.get(chunk)));
        }
        Value.Obj head = Value.obj(Map.of(
                "plan", ValueJson.read(PlanHead.of(plan).json()),
                "under", Value.num(under),
                "unchanged", Value.num(chunks.size())));
        writes.add(write(run, HEAD, ValueJson.write(head)));
        writes.flush();
    }

    private Write.Put write(String run, String name, String json) {
        return items.write(run, name, json, NOBODY_ELSE_WRITES_IT);
    }

    private static List<String> chunks(Stream<String> changes) {
        List<String> chunks = new ArrayList<>();
        StringBuilder chunk = new StringBuilder();
        changes.forEach(change -> {
            if (!chunk.isEmpty() && chunk.length() + change.length() > UNCHANGED_CHARS) {
                chunks.add(chunk.append("]}").toString());
                chunk.setLength(0);
            }
            chunk.append(chunk.isEmpty() ? "{\"changes\":[" : ",").append(change);
        });
        if (!chunk.isEmpty()) {
            chunks.add(chunk.append("]}").toString());
        }
        return chunks;
    }

    /** The plan without its changes; empty while there is none. */
    public Optional<Head> head(String run) {
        return items.get(run, HEAD).map(json -> RunItems.read(RunItems.key(run, HEAD), json, RunPlans::readHead));
    }

    private static Head readHead(String json) {
        JsonFields fields = JsonFields.parse(json);
        return new Head(
                PlanHead.read(ValueJson.write(fields.values("plan"))),
                fields.number("under"),
                Math.toIntExact(fields.number("unchanged")));
    }

    /** The whole plan, without the text of secrets; empty while there is none. */
    public Optional<Plan> plan(String run) {
        return head(run).map(head -> {
            List<Change> changes = changes(run, head.plan().size());
            List<Change.NoOp> unchanged = unchanged(run, head.unchangedItems());
            try {
                return head.plan().with(changes, unchanged);
            } catch (IllegalArgumentException e) {
                throw new CorruptStateException(RunItems.key(run, HEAD), String.valueOf(e.getMessage()), e);
            }
        });
    }

    /** One change of the plan; {@code number} begins at 0 and goes on from wave to wave. */
    public Optional<PlannedChange> change(String run, int number) {
        String name = changeName(number);
        return items.get(run, name).map(json -> RunItems.read(RunItems.key(run, name), json, PlannedChange::read));
    }

    private List<Change> changes(String run, int count) {
        return items.query(run, "CHANGE#").stream()
                .limit(count)
                .map(item -> item.read(run, PlannedChange::read).change())
                .toList();
    }

    private List<Change.NoOp> unchanged(String run, int count) {
        return items.query(run, "UNCHANGED#").stream()
                .limit(count)
                .flatMap(item -> item.read(run, RunPlans::readUnchanged).stream())
                .toList();
    }

    private static List<Change.NoOp> readUnchanged(String json) {
        return JsonFields.parse(json).list("changes").stream()
                .map(one -> ChangeCodec.read(ValueJson.write(one.object())))
                .map(change -> {
                    if (change instanceof Change.NoOp same) {
                        return same;
                    }
                    throw new IllegalArgumentException("it has a change where there is to be none");
                })
                .toList();
    }

    private static String changeName(int number) {
        return "CHANGE#%06d".formatted(number);
    }

    private static String unchangedName(int chunk) {
        return "UNCHANGED#%06d".formatted(chunk);
    }
}

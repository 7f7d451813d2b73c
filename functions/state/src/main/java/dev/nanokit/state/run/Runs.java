package dev.nanokit.state.run;

import dev.nanokit.engine.value.JsonFields;
import dev.nanokit.engine.value.Value;
import dev.nanokit.engine.value.ValueJson;
import dev.nanokit.state.EnvironmentId;
import dev.nanokit.state.audit.AuditEntry;
import dev.nanokit.state.audit.AuditTrail;
import dev.nanokit.state.table.Condition;
import dev.nanokit.state.table.ConditionFailedException;
import dev.nanokit.state.table.Item;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.Write;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is asked for and what came of it, for runs whose steps are done elsewhere. Every method is safe to repeat, by
 * several processes at once. Safe for use by many threads.
 */
public final class Runs {
    /** So long is a run remembered after it was asked for, and a plan after it was made. */
    public static final Duration KEEP = Duration.ofDays(30);

    private static final String REQUEST = "REQUEST";
    private static final String RESULT = "RESULT";
    private static final String TROUBLE = "TROUBLE";
    private static final String CANCEL = "CANCEL";
    private static final String OPEN_RUNS = "RUNS";
    private static final Condition ANYHOW = new Condition.Always();

    private final Table table;
    private final InstantSource clock;
    private final RunItems items;
    private final RunPlans plans;
    private final RunProgress progress;

    /** @param clock decides how long a run is remembered */
    public Runs(Table table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
        this.items = new RunItems(table, clock);
        this.plans = new RunPlans(table, items);
        this.progress = new RunProgress(table, items);
    }

    /** A run that has not ended. */
    public record Open(String run, Instant askedAt) {}

    /** What runs have planned. */
    public RunPlans plans() {
        return plans;
    }

    /** How far runs that apply have come. */
    public RunProgress progress() {
        return progress;
    }

    /**
     * Asks for a run. Who asks again gets what was asked for first.
     *
     * @return whether it was asked for just now, for the first time
     */
    public boolean ask(RunRequest request) {
        String run = request.run();
        Write asked = items.write(run, REQUEST, RunRequestJson.write(request), new Condition.Absent());
        Value.Obj since = Value.obj(Map.of("askedAt", Value.num(clock.instant().toEpochMilli())));
        Item open = new Item(openKey(run), 1, 0, ValueJson.write(since), expiry());
        try {
            table.transact(List.of(asked, new Write.Put(open, ANYHOW)));
            return true;
        } catch (ConditionFailedException e) {
            return false;
        }
    }

    /** What the run is to do; empty when nobody asked for it, or it is so long ago that it was forgotten. */
    public Optional<RunRequest> request(String run) {
        return items.get(run, REQUEST)
                .map(json -> RunItems.read(RunItems.key(run, REQUEST), json, text -> RunRequestJson.read(run, text)));
    }

    /** Asks the run to stop: what is in flight is finished and recorded, nothing new is begun. */
    public void cancel(String run) {
        items.put(run, CANCEL, "{}");
    }

    public boolean cancelled(String run) {
        return items.item(run, CANCEL).isPresent();
    }

    /** Says how the run has ended. The first who says so is believed. */
    public void end(String run, RunResult result) {
        end(run, result, List.of());
    }

    /** The same, and notes it in the audit trail, once. */
    public void end(String run, RunResult result, EnvironmentId environment, AuditEntry entry) {
        end(run, result, List.of(AuditTrail.entry(environment, entry)));
    }

    private void end(String run, RunResult result, List<Write> besides) {
        List<Write> writes = new ArrayList<>(besides);
        writes.add(items.write(run, RESULT, result.json(), new Condition.Absent()));
        writes.add(new Write.Delete(openKey(run), ANYHOW));
        try {
            table.transact(writes);
        } catch (ConditionFailedException e) {
            if (result(run).isEmpty()) {
                throw e;
            }
        }
    }

    /** How the run has ended; empty while it has not. */
    public Optional<RunResult> result(String run) {
        return items.get(run, RESULT).map(json -> RunItems.read(RunItems.key(run, RESULT), json, RunResult::read));
    }

    /** Notes what a step of the run has failed at last, for whoever has to say how the run has ended. */
    public void trouble(String run, RunFailure failure) {
        items.put(run, TROUBLE, new RunResult.Failed(failure).json());
    }

    /** What a step of the run has failed at last. */
    public Optional<RunFailure> trouble(String run) {
        return items.get(run, TROUBLE)
                .map(json -> RunItems.read(RunItems.key(run, TROUBLE), json, RunResult::read))
                .map(result -> ((RunResult.Failed) result).why());
    }

    /** The runs that have not ended, whether or not anybody is at work on them. */
    public List<Open> open() {
        List<Open> open = new ArrayList<>();
        table.query(OPEN_RUNS, "", item -> {
            long askedAt = RunItems.read(
                    item.key(), item.body(), json -> JsonFields.parse(json).number("askedAt"));
            open.add(new Open(item.key().sort(), Instant.ofEpochMilli(askedAt)));
        });
        return open;
    }

    private static ItemKey openKey(String run) {
        return new ItemKey(OPEN_RUNS, run);
    }

    private OptionalLong expiry() {
        return OptionalLong.of(clock.instant().plus(KEEP).getEpochSecond());
    }
}

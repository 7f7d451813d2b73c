package dev.nanokit.state.run;

import dev.nanokit.state.lock.LockGrant;
import dev.nanokit.state.table.Condition;
import dev.nanokit.state.table.ConditionFailedException;
import dev.nanokit.state.table.Item;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.Write;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** How far runs that apply have come: what they wait for, the locks they hold, what became of each change. */
public final class RunProgress {
    /** So many changes' outcomes are read at once: those whose numbers differ in the last two digits alone. */
    public static final int TOGETHER = 100;

    private static final String TENURE = "GRANT";
    private static final String WAIT = "WAIT";
    private static final String OUTCOMES = "OUTCOME#";

    private final Table table;
    private final RunItems items;

    RunProgress(Table table, RunItems items) {
        this.table = table;
        this.items = items;
    }

    public void waits(String run, RunWait forWhat) {
        items.put(run, WAIT, forWhat.json());
    }

    /** What the run waits for, or has waited for last. */
    public Optional<RunWait> waiting(String run) {
        return items.get(run, WAIT).map(json -> RunItems.read(RunItems.key(run, WAIT), json, RunWait::read));
    }

    /** Notes that the run has the locks: from now on, or still where it is the same grant. */
    public RunTenure granted(RunRequest request, LockGrant grant, Instant now) {
        RunTenure begins = new RunTenure(grant, now, now, Optional.empty());
        return change(
                request,
                known -> known.filter(had -> sameTokens(had.grant(), grant)).orElse(begins));
    }

    private static boolean sameTokens(LockGrant one, LockGrant other) {
        return one.componentToken() == other.componentToken() && one.infraToken() == other.infraToken();
    }

    /** The locks that the run holds or held last; empty when it never had them. */
    public Optional<RunTenure> tenure(RunRequest request) {
        return items.item(request.run(), TENURE).map(item -> read(request, item));
    }

    /** Notes a sign of life. */
    public void beaten(RunRequest request, Instant now) {
        change(request, known -> had(request, known).beatenAt(now));
    }

    /** Lets nothing new be begun under the locks that the run holds. */
    public void stop(RunRequest request, RunStop why) {
        change(request, known -> had(request, known).stopped(why));
    }

    private static RunTenure had(RunRequest request, Optional<RunTenure> known) {
        return known.orElseThrow(() -> new IllegalStateException("the run " + request.run() + " never had the locks"));
    }

    private RunTenure change(RunRequest request, Function<Optional<RunTenure>, RunTenure> next) {
        while (true) {
            Optional<Item> item = items.item(request.run(), TENURE);
            Optional<RunTenure> known = item.map(found -> read(request, found));
            RunTenure changed = next.apply(known);
            if (known.equals(Optional.of(changed)) || written(request.run(), item, changed)) {
                return changed;
            }
        }
    }

    private boolean written(String run, Optional<Item> over, RunTenure tenure) {
        long version = over.map(Item::version).orElse(0L);
        Condition unchanged = version == 0 ? new Condition.Absent() : new Condition.VersionIs(version);
        try {
            table.transact(List.of(new Write.Put(items.at(run, TENURE, version + 1, tenure.json()), unchanged)));
            return true;
        } catch (ConditionFailedException e) {
            return false;
        }
    }

    private static RunTenure read(RunRequest request, Item item) {
        return RunItems.read(item.key(), item.body(), json -> RunTenure.read(request, json));
    }

    public void became(String run, int number, ChangeOutcome outcome) {
        items.put(run, name(number), outcome.json());
    }

    public Optional<ChangeOutcome> outcome(String run, int number) {
        String name = name(number);
        return items.get(run, name).map(json -> RunItems.read(RunItems.key(run, name), json, ChangeOutcome::read));
    }

    /** What became of each change, by its number. */
    public SortedMap<Integer, ChangeOutcome> outcomes(String run) {
        return read(run, OUTCOMES);
    }

    /** The same, of those that are read together with this one. */
    public SortedMap<Integer, ChangeOutcome> outcomesAround(String run, int number) {
        return read(run, OUTCOMES + "%06d".formatted(number).substring(0, 4));
    }

    private SortedMap<Integer, ChangeOutcome> read(String run, String prefix) {
        SortedMap<Integer, ChangeOutcome> outcomes = new TreeMap<>();
        for (RunItems.Named item : items.query(run, prefix)) {
            outcomes.put(
                    Integer.parseInt(item.name().substring(OUTCOMES.length())), item.read(run, ChangeOutcome::read));
        }
        return outcomes;
    }

    private static String name(int number) {
        return OUTCOMES + "%06d".formatted(number);
    }
}

package dev.nanokit.server.journal;

import dev.nanokit.state.table.Condition;
import dev.nanokit.state.table.ConditionFailedException;
import dev.nanokit.state.table.Item;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.TableException;
import dev.nanokit.state.table.Write;
import dev.nanokit.webhook.NotStartedException;
import dev.nanokit.webhook.trigger.Trigger;
import dev.nanokit.webhook.trigger.TriggerJson;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The deliveries that are not worked off yet, in the state table: {@code JOURNAL}, in the order of their arrival.
 * Beside each, {@code DELIVERY#<name>} stays for a week, so that none is taken twice.
 */
public final class Journal implements AutoCloseable {
    private static final String OPEN = "JOURNAL";
    private static final String PARKED = "JOURNAL#PARKED";

    /** GitHub delivers again for three days. */
    private static final Duration REMEMBERED_FOR = Duration.ofDays(7);

    /** As many as the largest number has, so that places sort as their numbers do. */
    private static final int PLACE_DIGITS = 19;

    private final Table table;
    private final GroupCommit commits;
    private final InstantSource clock;
    /** What was set aside, by name: taken off once it comes again. */
    private final Map<String, ItemKey> parked = new ConcurrentHashMap<>();

    private final AtomicLong last = new AtomicLong();

    /**
     * Opens the journal, and goes on after the last of what is not done in it.
     *
     * @param table stays open when the journal is closed
     * @throws TableException when it can't be read
     */
    public Journal(Table table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
        unfinished(entry -> last.set(Long.parseLong(entry.place())));
        parked(entry -> parked.put(entry.name(), key(PARKED, entry)));
        this.commits = new GroupCommit(table);
    }

    /**
     * Writes the delivery down, and waits until it is on the disk.
     *
     * @return empty where work of that name was taken before
     * @throws TableException when it could not be written
     * @throws NotStartedException when the journal is closed
     */
    public Optional<Entry> append(String name, Trigger trigger) {
        Entry entry = new Entry(nextPlace(), name, trigger, 0);
        long expiry = clock.instant().plus(REMEMBERED_FOR).getEpochSecond();
        Item mark = new Item(mark(entry), 1, 0, "{}", OptionalLong.of(expiry));
        List<Write> writes = new ArrayList<>(List.of(
                new Write.Put(mark, new Condition.Absent()), new Write.Put(item(OPEN, entry), new Condition.Absent())));
        ItemKey setAside = parked.get(name);
        if (setAside != null) {
            writes.add(new Write.Delete(setAside, new Condition.Always()));
        }
        try {
            commits.submit(writes).join();
            if (setAside != null) {
                parked.remove(name, setAside);
            }
            return Optional.of(entry);
        } catch (CancellationException e) {
            throw new NotStartedException("the server is stopping", e);
        } catch (CompletionException e) {
            return switch (e.getCause()) {
                case ConditionFailedException known -> Optional.empty();
                case RuntimeException failure -> throw failure;
                case null, default -> throw e;
            };
        }
    }

    /** Two of the same millisecond, or after the clock was set back, still have their order. */
    private String nextPlace() {
        long microseconds = clock.millis() * 1000;
        String number = String.valueOf(last.updateAndGet(before -> Math.max(before + 1, microseconds)));
        return "0".repeat(PLACE_DIGITS - number.length()) + number;
    }

    /** Notes that the work is begun, so that work which kills the process is not begun for ever. */
    public CompletableFuture<Void> begun(Entry entry) {
        return commits.submit(List.of(new Write.Put(item(OPEN, entry), new Condition.Always())));
    }

    /** Notes that the work is done. Where that is lost, it is done again. */
    public CompletableFuture<Void> finished(Entry entry) {
        return commits.submit(List.of(new Write.Delete(key(OPEN, entry), new Condition.Always())));
    }

    /** Sets the work aside: it is not begun again by itself, but is when GitHub delivers it again. */
    public CompletableFuture<Void> parked(Entry entry) {
        parked.put(entry.name(), key(PARKED, entry));
        return commits.submit(List.of(
                new Write.Delete(key(OPEN, entry), new Condition.Always()),
                new Write.Delete(mark(entry), new Condition.Always()),
                new Write.Put(item(PARKED, entry), new Condition.Always())));
    }

    /** Gives what is not done, in the order of arrival. */
    public void unfinished(Consumer<Entry> each) {
        table.query(OPEN, "", item -> each.accept(entry(item)));
    }

    /** Gives what was set aside, in the order of arrival. */
    public void parked(Consumer<Entry> each) {
        table.query(PARKED, "", item -> each.accept(entry(item)));
    }

    private static ItemKey mark(Entry entry) {
        return new ItemKey("DELIVERY#" + entry.name(), "STARTED");
    }

    private static Item item(String partition, Entry entry) {
        return new Item(
                key(partition, entry),
                entry.attempts() + 1L,
                0,
                TriggerJson.write(entry.trigger()),
                OptionalLong.empty());
    }

    private static ItemKey key(String partition, Entry entry) {
        return new ItemKey(partition, entry.place() + "#" + entry.name());
    }

    private static Entry entry(Item item) {
        String[] placeAndName = item.key().sort().split("#", 2);
        return new Entry(
                placeAndName[0], placeAndName[1], TriggerJson.read(item.body()), Math.toIntExact(item.version() - 1));
    }

    @Override
    public void close() {
        commits.close();
    }
}

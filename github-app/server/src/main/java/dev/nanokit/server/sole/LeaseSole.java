package dev.nanokit.server.sole;

import dev.nanokit.state.table.Condition;
import dev.nanokit.state.table.ConditionFailedException;
import dev.nanokit.state.table.Fields;
import dev.nanokit.state.table.Item;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.TableException;
import dev.nanokit.state.table.Write;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * For a state in a table that many hosts share: an item that its holder writes anew every few seconds. Who wants it and
 * sees that happen is refused; who sees it rest for a whole lease takes it over. No clock of another host is believed.
 */
public final class LeaseSole implements Sole {
    /** How long a dead server's successor has to wait. */
    public static final Duration LEASE = Duration.ofSeconds(15);

    static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    static final ItemKey KEY = new ItemKey("SERVER", "LEASE");

    private final Table table;
    private final String who;
    private final Ticks ticks;
    private final Runnable onLost;
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("nanokit-sole").factory());
    private long version;
    private long writtenAt;

    private LeaseSole(Table table, String who, Ticks ticks, Runnable onLost, long version) {
        this.table = table;
        this.who = who;
        this.ticks = ticks;
        this.onLost = onLost;
        this.version = version;
        this.writtenAt = ticks.nanos();
    }

    /**
     * Waits, where somebody has it, until it is clear whether they live.
     *
     * @param who this server and no other, to be named to whoever comes second
     * @param onLost called once when somebody else has it nevertheless, or may have: this one can't write it any more
     * @throws AnotherServerException when another one has it and lives
     * @throws TableException when the table can't be read or written
     * @throws InterruptedException when this is to end
     */
    public static LeaseSole take(Table table, String who, Ticks ticks, Runnable onLost) throws InterruptedException {
        Optional<Item> seen = table.get(KEY);
        long since = ticks.nanos();
        while (seen.isPresent() && ticks.nanos() - since < LEASE.toNanos()) {
            ticks.pause(LOOK_AGAIN);
            Optional<Item> now = table.get(KEY);
            if (now.isPresent() && now.get().version() != seen.get().version()) {
                throw new AnotherServerException(holder(now.get()));
            }
            seen = now;
        }
        return write(table, who, ticks, onLost, seen);
    }

    private static LeaseSole write(Table table, String who, Ticks ticks, Runnable onLost, Optional<Item> before) {
        long version = before.map(Item::version).orElse(0L) + 1;
        Condition asSeen = before.<Condition>map(item -> new Condition.VersionIs(item.version()))
                .orElseGet(Condition.Absent::new);
        try {
            table.transact(List.of(new Write.Put(item(version, who), asSeen)));
        } catch (ConditionFailedException e) {
            throw new AnotherServerException(
                    table.get(KEY).map(LeaseSole::holder).orElse("one that started at the same time"));
        }
        LeaseSole sole = new LeaseSole(table, who, ticks, onLost, version);
        sole.begin();
        return sole;
    }

    private static Item item(long version, String who) {
        String quoted = new String(JsonStringEncoder.getInstance().quoteAsCharArray(who));
        return new Item(KEY, version, 0, "{\"who\":\"" + quoted + "\"}", OptionalLong.empty());
    }

    private static String holder(Item item) {
        return Fields.of(item).text("who");
    }

    private void begin() {
        var unused = heart.scheduleWithFixedDelay(
                this::beat, HEARTBEAT.toMillis(), HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Writes it anew. A failure of the table is borne for as long as nobody can have taken over. */
    void beat() {
        try {
            writeAnew();
        } catch (TableException e) {
            if (ticks.nanos() - writtenAt > LEASE.minus(HEARTBEAT).toNanos()) {
                lost();
            }
        }
    }

    private void writeAnew() {
        long begun = ticks.nanos();
        try {
            table.transact(List.of(new Write.Put(item(version + 1, who), new Condition.VersionIs(version))));
            version++;
            writtenAt = begun;
        } catch (ConditionFailedException e) {
            if (!isOurs(table.get(KEY), begun)) {
                lost();
            }
        }
    }

    /** A write whose answer was lost may have been done all the same. */
    private boolean isOurs(Optional<Item> now, long begun) {
        if (now.filter(item -> holder(item).equals(who)).isEmpty()) {
            return false;
        }
        version = now.get().version();
        writtenAt = begun;
        return true;
    }

    private void lost() {
        heart.shutdown();
        onLost.run();
    }

    /** Gives it back, so that the next server need not wait; where that fails, it waits. */
    @Override
    public void close() {
        heart.shutdown();
        try {
            if (heart.awaitTermination(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS)) {
                table.transact(List.of(new Write.Delete(KEY, new Condition.VersionIs(version))));
            }
        } catch (ConditionFailedException | TableException e) {
            // It is another's, or can't be reached.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Time as it goes by on this machine. */
    public interface Ticks {
        Ticks SYSTEM = new Ticks() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void pause(Duration duration) throws InterruptedException {
                Thread.sleep(duration);
            }
        };

        long nanos();

        void pause(Duration duration) throws InterruptedException;
    }
}

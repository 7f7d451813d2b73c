package dev.nanokit.server;

import dev.nanokit.server.http.HttpFront;
import dev.nanokit.server.http.PageSource;
import dev.nanokit.server.journal.Journal;
import dev.nanokit.server.observe.EventLog;
import dev.nanokit.server.observe.Metrics;
import dev.nanokit.server.observe.Observer;
import dev.nanokit.server.observe.Observers;
import dev.nanokit.server.work.Worker;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.TableException;
import dev.nanokit.webhook.WebhookIntake;
import dev.nanokit.webhook.WebhookSecrets;
import dev.nanokit.webhook.log.JsonLog;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * The GitHub App's server. While it runs, no other one may run on the same table: each would take up the other's work
 * when it starts. A {@link dev.nanokit.server.sole.Sole} sees to that.
 */
public final class AppServer implements AutoCloseable {
    private static final ItemKey ANYTHING = new ItemKey("HEALTH", "CHECK");

    private final ServerSettings settings;
    private final Journal journal;
    private final Worker worker;
    private final HttpFront front;
    private final Metrics metrics;
    private final JsonLog log;

    private AppServer(
            ServerSettings settings, Journal journal, Worker worker, HttpFront front, Metrics metrics, JsonLog log) {
        this.settings = settings;
        this.journal = journal;
        this.worker = worker;
        this.front = front;
        this.metrics = metrics;
        this.log = log;
    }

    /** The same, where there is nothing for people to look at. */
    public static AppServer start(
            ServerSettings settings,
            Supplier<WebhookSecrets> secrets,
            Table table,
            TriggerHandler handler,
            JsonLog log,
            InstantSource clock)
            throws IOException {
        return start(settings, secrets, table, handler, log, clock, PageSource.NONE);
    }

    /**
     * Takes up what was left unfinished, and listens.
     *
     * @param secrets asked at each delivery
     * @param table where the journal is; stays open when the server is closed
     * @param pages what people can look at
     * @throws IOException when the address can't be bound
     * @throws TableException when the journal can't be read
     */
    public static AppServer start(
            ServerSettings settings,
            Supplier<WebhookSecrets> secrets,
            Table table,
            TriggerHandler handler,
            JsonLog log,
            InstantSource clock,
            PageSource pages)
            throws IOException {
        Journal journal = new Journal(table, clock);
        AtomicReference<Worker> later = new AtomicReference<>();
        Metrics metrics = new Metrics(() -> later.get().backlog(), () -> parked(journal));
        Observer observer = new Observers(List.of(metrics, new EventLog(log)));
        Worker worker = new Worker(handler, journal, settings.limits(), observer);
        later.set(worker);
        try {
            worker.resume();
            HttpFront front = HttpFront.start(
                    settings.address(),
                    new WebhookIntake(secrets, worker, observer),
                    metrics,
                    () -> answers(table),
                    pages);
            log.write(JsonLog.Level.INFO, "listening", Map.of("address", text(front.address())));
            return new AppServer(settings, journal, worker, front, metrics, log);
        } catch (IOException | RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    private static int parked(Journal journal) {
        int[] count = {0};
        journal.parked(entry -> count[0]++);
        return count[0];
    }

    private static boolean answers(Table table) {
        try {
            table.get(ANYTHING);
            return true;
        } catch (TableException e) {
            return false;
        }
    }

    private static String text(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return front.address();
    }

    /** Counts a look at something that was applied, by what it has shown: one of a few words. */
    public void looked(String verdict) {
        metrics.looked(verdict);
    }

    /** Stops listening, lets what runs come to its end as long as the settings say, and leaves the rest for next time. */
    @Override
    public void close() {
        log.write(JsonLog.Level.INFO, "stopping", Map.of("waiting", worker.backlog()));
        try {
            front.stop(settings.answerGrace());
            worker.stop(settings.workGrace());
        } catch (InterruptedException e) {
            front.close();
            Thread.currentThread().interrupt();
        }
        journal.close();
        log.write(JsonLog.Level.INFO, "stopped", Map.of("waiting", worker.backlog()));
    }
}

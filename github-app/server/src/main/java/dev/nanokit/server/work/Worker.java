package dev.nanokit.server.work;

import dev.nanokit.server.TriggerHandler;
import dev.nanokit.server.TryLaterException;
import dev.nanokit.server.journal.Entry;
import dev.nanokit.server.journal.Journal;
import dev.nanokit.webhook.NotStartedException;
import dev.nanokit.webhook.WorkflowStarter;
import dev.nanokit.webhook.trigger.Trigger;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Writes work down, and does it: in the order of arrival within a lane. Work that fails goes to the end of its lane after
 * a pause, so that what has come meanwhile need not wait for it.
 */
public final class Worker implements WorkflowStarter {
    private final TriggerHandler handler;
    private final Journal journal;
    private final WorkLimits limits;
    private final WorkListener listener;
    private final Lanes lanes;
    private final ScheduledExecutorService pauses = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("nanokit-retries").factory());
    private final AtomicInteger backlog = new AtomicInteger();

    public Worker(TriggerHandler handler, Journal journal, WorkLimits limits, WorkListener listener) {
        this.handler = handler;
        this.journal = journal;
        this.limits = limits;
        this.listener = listener;
        this.lanes = new Lanes(limits.slots());
    }

    /** Takes up what the process before this one left. To be called before anything is started. */
    public void resume() {
        journal.unfinished(entry -> queue(entry, false));
    }

    @Override
    public void start(String name, Trigger trigger) {
        if (backlog.get() >= limits.backlog()) {
            throw new NotStartedException(limits.backlog() + " deliveries wait to be worked off already", null);
        }
        Optional<Entry> entry = journal.append(name, trigger);
        if (entry.isPresent()) {
            queue(entry.get(), true);
        } else {
            listener.duplicate(name);
        }
    }

    /** How many are written down and not done. */
    public int backlog() {
        return backlog.get();
    }

    private void queue(Entry entry, boolean fresh) {
        backlog.incrementAndGet();
        listener.queued(entry, fresh);
        handler.arrived(entry.trigger());
        begin(entry);
    }

    private void begin(Entry entry) {
        if (handler.beside(entry.trigger())) {
            lanes.addBeside(entry.name(), () -> attempt(entry));
        } else {
            lanes.add(handler.lane(entry.trigger()), () -> attempt(entry));
        }
    }

    private void attempt(Entry entry) {
        if (limits.retries().isExhausted(entry.attempts())) {
            park(entry, null);
            return;
        }
        Entry begun = entry.begun();
        note(begun, journal.begun(begun));
        long start = System.nanoTime();
        try {
            handler.handle(begun.trigger());
            finish(begun, Duration.ofNanos(System.nanoTime() - start));
        } catch (InterruptedException e) {
            listener.interrupted(begun);
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) { // one trigger's failure must not stop the others, whatever it is
            fail(begun, e);
        }
    }

    private void finish(Entry entry, Duration took) {
        backlog.decrementAndGet();
        note(entry, journal.finished(entry));
        listener.finished(entry, took);
    }

    private void fail(Entry entry, Throwable cause) {
        Optional<Duration> pause = limits.retries().pauseAfter(entry.attempts());
        if (pause.isEmpty()) {
            park(entry, cause);
            return;
        }
        Duration wait = cause instanceof TryLaterException later ? later.after() : pause.get();
        listener.failed(entry, cause, wait);
        try {
            var unused = pauses.schedule(() -> begin(entry), wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            listener.interrupted(entry);
        }
    }

    private void park(Entry entry, Throwable cause) {
        backlog.decrementAndGet();
        note(entry, journal.parked(entry));
        listener.parked(entry, cause);
    }

    private void note(Entry entry, CompletableFuture<Void> written) {
        written.exceptionally(cause -> {
            listener.notNoted(entry, cause);
            return null;
        });
    }

    /** Begins nothing more, and lets what runs come to its end for so long. The rest stays in the journal. */
    public void stop(Duration grace) throws InterruptedException {
        pauses.shutdownNow();
        lanes.stop(grace);
    }
}

package dev.nanokit.stages.apply;

import dev.nanokit.engine.plan.Change;
import dev.nanokit.stages.ApplyResult.Cause;
import dev.nanokit.stages.ApplyResult.Failure;
import dev.nanokit.stages.RunEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Runs waves one by one, and the changes of a wave side by side on virtual threads. Once something has failed, the run
 * is cancelled or the lock is lost, nothing new is begun; what is in flight is finished and recorded.
 */
final class WaveRunner {
    private final Consumer<Change> stage;
    private final Slots slots;
    private final Consumer<RunEvent> events;
    private final BooleanSupplier cancelled;
    private final BooleanSupplier lost;
    private final ConcurrentLinkedQueue<Change> done = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Failure> failed = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Cause> stopped = new AtomicReference<>();

    WaveRunner(
            Consumer<Change> stage,
            Slots slots,
            Consumer<RunEvent> events,
            BooleanSupplier cancelled,
            BooleanSupplier lost) {
        this.stage = stage;
        this.slots = slots;
        this.events = events;
        this.cancelled = cancelled;
        this.lost = lost;
    }

    /** Why it stopped before the end; empty when all is done. */
    Optional<Cause> run(List<List<Change>> waves, Consumer<Integer> waveStarted) {
        for (int wave = 0; wave < waves.size() && mayBegin(); wave++) {
            waveStarted.accept(wave + 1);
            runWave(waves.get(wave));
        }
        return Optional.ofNullable(stopped.get());
    }

    List<Change> done() {
        return List.copyOf(done);
    }

    List<Failure> failed() {
        return List.copyOf(failed);
    }

    /** What was neither done nor has failed. */
    List<Change> left(List<List<Change>> waves) {
        List<Change> left = new ArrayList<>();
        waves.forEach(left::addAll);
        left.removeAll(done());
        failed.forEach(failure -> left.remove(failure.change()));
        return left;
    }

    /**
     * Each change that has a slot, or waits outside one, has a platform thread: a virtual one that waits for a socket would
     * start the JDK's poller, with which a process takes 300 ms longer to end.
     */
    private void runWave(List<Change> changes) {
        List<Future<?>> runs = new ArrayList<>();
        ThreadFactory factory = Thread.ofPlatform().name("nanokit-change-", 0).factory();
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(factory)) {
            for (Change change : changes) {
                slots.take();
                runs.add(threads.submit(() -> runInSlot(change)));
            }
        }
        runs.forEach(WaveRunner::rethrowError);
    }

    private void runInSlot(Change change) {
        try {
            runChange(change);
        } finally {
            slots.giveBack();
        }
    }

    /** What is not an exception of the work but the end of this process (no memory left) must not look like success. */
    private static void rethrowError(Future<?> run) {
        if (run.state() == Future.State.FAILED && run.exceptionNow() instanceof Error error) {
            throw error;
        }
    }

    private boolean mayBegin() {
        if (lost.getAsBoolean()) {
            stopped.compareAndSet(null, Cause.LOCK_LOST);
        } else if (cancelled.getAsBoolean()) {
            stopped.compareAndSet(null, Cause.CANCELLED);
        }
        return stopped.get() == null;
    }

    private void runChange(Change change) {
        if (!mayBegin()) {
            return;
        }
        long begin = System.nanoTime();
        events.accept(new RunEvent.ChangeStarted(change));
        try {
            stage.accept(change);
            done.add(change);
            events.accept(new RunEvent.ChangeDone(change, since(begin)));
        } catch (RuntimeException e) {
            fail(change, Mishap.of(e), begin);
        }
    }

    private void fail(Change change, Mishap mishap, long begin) {
        if (mishap.cause() == Cause.LOCK_LOST) {
            stopped.set(Cause.LOCK_LOST);
        } else {
            stopped.compareAndSet(null, mishap.cause());
        }
        failed.add(new Failure(change, mishap.message(), mishap.fix()));
        events.accept(new RunEvent.ChangeFailed(change, mishap.message(), since(begin)));
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}

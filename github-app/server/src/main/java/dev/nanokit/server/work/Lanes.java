package dev.nanokit.server.work;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Runs tasks of one lane one after the other, and tasks of different lanes side by side, in so many slots. */
final class Lanes {
    private final WorkSlots slots;
    private final WorkSlots besides;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("nanokit-lane-", 0).factory());
    private final Map<String, Queue<Runnable>> queues = new HashMap<>();
    private boolean stopping;

    Lanes(WorkSlots slots) {
        this.slots = slots;
        this.besides = new WorkSlots(slots.width());
    }

    /** Queues the task. Once {@link #stop} was called, it is dropped. */
    void add(String lane, Runnable task) {
        add(lane, slots, task);
    }

    /** Queues it in a lane of its own, and in slots that no number of long tasks of other lanes can take. */
    void addBeside(String name, Runnable task) {
        add("beside " + name, besides, task);
    }

    private synchronized void add(String lane, WorkSlots in, Runnable task) {
        if (stopping) {
            return;
        }
        Queue<Runnable> queue = queues.get(lane);
        if (queue != null) {
            queue.add(task);
            return;
        }
        Queue<Runnable> fresh = new ArrayDeque<>();
        fresh.add(task);
        queues.put(lane, fresh);
        threads.execute(() -> work(lane, in, fresh));
    }

    private void work(String lane, WorkSlots in, Queue<Runnable> queue) {
        try {
            for (Runnable task = next(lane, queue); task != null; task = next(lane, queue)) {
                in.run(unlessStopping(task));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Null at the end of the lane. */
    private synchronized Runnable next(String lane, Queue<Runnable> queue) {
        Runnable task = stopping ? null : queue.poll();
        if (task == null) {
            queues.remove(lane);
        }
        return task;
    }

    private Runnable unlessStopping(Runnable task) {
        return () -> {
            if (!isStopping()) {
                task.run();
            }
        };
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    /** Starts nothing more, and lets what runs go on for so long; then interrupts it, and waits once more as long. */
    void stop(Duration grace) throws InterruptedException {
        synchronized (this) {
            stopping = true;
        }
        threads.shutdown();
        if (!threads.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS)) {
            threads.shutdownNow();
            threads.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}

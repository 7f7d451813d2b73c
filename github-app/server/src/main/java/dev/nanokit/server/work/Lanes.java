package dev.nanokit.server.work;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Runs tasks of one lane one after the other, and tasks of different lanes side by side, only so many at once. */
final class Lanes {
    private final Semaphore running;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("nanokit-lane-", 0).factory());
    private final Map<String, Queue<Runnable>> queues = new HashMap<>();
    private boolean stopping;

    /** @param width how many tasks run at once at most */
    Lanes(int width) {
        this.running = new Semaphore(width, true);
    }

    /** Queues the task. Once {@link #stop} was called, it is dropped. */
    synchronized void add(String lane, Runnable task) {
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
        threads.execute(() -> work(lane, fresh));
    }

    private void work(String lane, Queue<Runnable> queue) {
        try {
            for (Runnable task = next(lane, queue); task != null; task = next(lane, queue)) {
                runInTurn(task);
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

    private void runInTurn(Runnable task) throws InterruptedException {
        running.acquire();
        try {
            if (!isStopping()) {
                task.run();
            }
        } finally {
            running.release();
        }
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

package dev.nanokit.provider.docker.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Does the same with many things at once, each on a virtual thread. */
public final class Parallel {
    private static final int AT_ONCE = 16;

    private Parallel() {}

    /**
     * The answers in the order of the items.
     *
     * @throws RuntimeException the first failure, once all have ended
     */
    public static <T, R> List<R> map(Collection<T> items, Function<T, R> work) {
        Semaphore slots = new Semaphore(AT_ONCE);
        List<Future<R>> futures = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (T item : items) {
                futures.add(threads.submit(() -> {
                    slots.acquire();
                    try {
                        return work.apply(item);
                    } finally {
                        slots.release();
                    }
                }));
            }
        }
        return futures.stream().map(Parallel::result).toList();
    }

    private static <R> R result(Future<R> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}

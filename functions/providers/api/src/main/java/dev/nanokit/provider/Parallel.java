package dev.nanokit.provider;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Does the same with many things at once. On platform threads: a virtual thread that waits for a socket starts the JDK's
 * poller, and a process with a poller takes 300 ms longer to end, which is as long as the rest of a small plan.
 */
public final class Parallel {
    private static final int AT_ONCE = 16;

    private Parallel() {}

    /**
     * The answers in the order of the items.
     *
     * @throws RuntimeException the first failure, once all have ended
     */
    public static <T, R> List<R> map(Collection<T> items, Function<T, R> work) {
        if (items.isEmpty()) {
            return List.of();
        }
        List<Future<R>> futures = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(Math.min(items.size(), AT_ONCE))) {
            for (T item : items) {
                futures.add(threads.submit(() -> work.apply(item)));
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

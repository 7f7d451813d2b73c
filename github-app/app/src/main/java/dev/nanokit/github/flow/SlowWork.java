package dev.nanokit.github.flow;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Work of which something is to be said when it takes long, and nothing when it does not. */
final class SlowWork {
    private SlowWork() {}

    /**
     * Does the work on another thread, and waits for it.
     *
     * @param slow called once when it is not done by then, or is done elsewhere
     */
    static <T> T await(Supplier<T> work, Duration quick, Runnable slow) throws InterruptedException {
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread.ofVirtual().name("nanokit-plan").start(task);
        boolean said = false;
        try {
            try {
                return task.get(quick.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                said = true;
                slow.run();
                return task.get();
            }
        } catch (ExecutionException e) {
            if (!said && e.getCause() instanceof SuspendedException) {
                slow.run();
            }
            throw unwrapped(e);
        } finally {
            task.cancel(true);
        }
    }

    private static RuntimeException unwrapped(ExecutionException e) {
        return switch (e.getCause()) {
            case RuntimeException failure -> failure;
            case Error error -> throw error;
            default -> new IllegalStateException(e.getCause());
        };
    }
}

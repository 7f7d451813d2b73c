package dev.nanokit.provider.docker.observe;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** A value that is fetched when it is first asked for; a failure to fetch it is not remembered. */
final class Once<T> {
    private final Supplier<T> fetch;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile T value;

    Once(Supplier<T> fetch) {
        this.fetch = fetch;
    }

    T get() {
        if (value == null) {
            lock.lock();
            try {
                value = value == null ? fetch.get() : value;
            } finally {
                lock.unlock();
            }
        }
        return value;
    }
}

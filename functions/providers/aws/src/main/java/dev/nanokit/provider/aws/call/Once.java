package dev.nanokit.provider.aws.call;

import java.util.function.Supplier;

/** A value that is made when it is first asked for, and only once. */
final class Once<T> implements Supplier<T> {
    private final Supplier<T> source;
    private T value;

    Once(Supplier<T> source) {
        this.source = source;
    }

    @Override
    public synchronized T get() {
        if (value == null) {
            value = source.get();
        }
        return value;
    }
}

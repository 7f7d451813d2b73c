package dev.nanokit.bench.locks;

import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Counts what a client sends, each attempt of a request for itself. */
final class RequestCounter implements ExecutionInterceptor {
    private final AtomicLong sent = new AtomicLong();

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        sent.incrementAndGet();
    }

    long sent() {
        return sent.get();
    }
}

package dev.nanokit.stages.world;

import dev.nanokit.stages.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Time that passes only while somebody waits for it. Who waits lets others go on. */
public final class FakeTime implements Pause, InstantSource {
    private final AtomicLong millis = new AtomicLong(System.currentTimeMillis());

    @Override
    public long millis() {
        return millis.get();
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis.get());
    }

    @Override
    public Duration pause(Duration duration) {
        millis.addAndGet(duration.toMillis());
        LockSupport.parkNanos(1);
        return duration;
    }
}

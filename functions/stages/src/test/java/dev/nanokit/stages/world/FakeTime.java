package dev.nanokit.stages.world;

import dev.nanokit.stages.Pause;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Time that passes only while somebody waits for it. */
public final class FakeTime implements Pause {
    private final AtomicLong millis = new AtomicLong(1_000_000);

    public long millis() {
        return millis.get();
    }

    @Override
    public Duration pause(Duration duration) {
        millis.addAndGet(duration.toMillis());
        return duration;
    }
}

package dev.nanokit.bench.locks;

import dev.nanokit.bench.harness.Metric;
import dev.nanokit.bench.harness.Trial;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Measures one acquire and release: its wall time, and the requests that were sent for it. */
final class LockTrials {
    private LockTrials() {}

    /** @param counter empty where no request is sent, but a file is written */
    static Map<Metric, Double> measured(Optional<RequestCounter> counter, int repetitions, Trial.Work acquireAndRelease)
            throws Exception {
        long before = counter.map(RequestCounter::sent).orElse(0L);
        Map<Metric, Double> figures =
                new EnumMap<>(Trial.timed(repetitions, acquireAndRelease).run());
        counter.ifPresent(requests -> figures.put(Metric.REQUESTS, (double) (requests.sent() - before) / repetitions));
        return figures;
    }
}

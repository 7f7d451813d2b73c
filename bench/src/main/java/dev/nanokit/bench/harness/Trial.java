package dev.nanokit.bench.harness;

import java.util.Map;

/** One turn of a contender. */
@FunctionalInterface
public interface Trial {
    /** Does the work once, measuring it; every turn gives the same metrics. */
    Map<Metric, Double> run() throws Exception;

    /** Does the work so many times in one turn, and tells the wall time of one. */
    static Trial timed(int repetitions, Work work) {
        return () -> {
            long start = System.nanoTime();
            for (int repetition = 0; repetition < repetitions; repetition++) {
                work.run();
            }
            return Map.of(Metric.WALL, (System.nanoTime() - start) / 1e6 / repetitions);
        };
    }

    /** What is timed. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }
}

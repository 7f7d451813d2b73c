package dev.nanokit.bench;

import dev.nanokit.bench.harness.Outcome;
import java.util.List;

/** One question about Nanokit's speed, answered beside a peer. */
public interface Benchmark {
    /** The name by which {@code bin/bench} starts it. */
    String name();

    /** What it compares, in one line. */
    String question();

    /**
     * Runs it.
     *
     * @param effort how many times to measure, as a factor of the benchmark's own number
     */
    List<Outcome> run(Effort effort) throws Exception;
}

package dev.nanokit.stages.step;

import dev.nanokit.state.run.RunProgress;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Changes that are worked on side by side: of one wave, and so many at most as outcomes are read at once.
 *
 * @param first number of the first change
 * @param end number of the first change that is not in it
 */
record Batch(int first, int end) {
    /** The batch that begins at this change; empty when there are no more. */
    static Optional<Batch> at(int first, List<Integer> waves) {
        int wave = 0;
        for (int size : waves) {
            wave += size;
            if (first < wave) {
                int together = (first / RunProgress.TOGETHER + 1) * RunProgress.TOGETHER;
                return Optional.of(new Batch(first, Math.min(wave, together)));
            }
        }
        return Optional.empty();
    }

    IntStream numbers() {
        return IntStream.range(first, end);
    }
}

package dev.nanokit.bench;

import dev.nanokit.bench.harness.Race;

/**
 * How long to measure.
 *
 * @param factor 1 for each benchmark's own number of rounds
 */
public record Effort(double factor) {
    /** A race of so many rounds, more or fewer by the factor, one at least. */
    public Race race(int warmUps, int rounds) {
        return new Race(warmUps, (int) Math.max(1, Math.round(rounds * factor)));
    }
}

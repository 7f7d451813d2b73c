package dev.nanokit.bench.harness;

import java.util.ArrayList;
import java.util.List;

/**
 * One metric of one contender, turn by turn.
 *
 * @param values in the order of the turns
 */
public record Samples(List<Double> values) {
    public Samples {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no turn was measured");
        }
    }

    public double min() {
        return sorted().getFirst();
    }

    public double max() {
        return sorted().getLast();
    }

    public double median() {
        List<Double> sorted = sorted();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** How many times the other's value each turn's value is. */
    public Samples over(Samples other) {
        if (values.size() != other.values.size()) {
            throw new IllegalArgumentException(
                    values.size() + " turns can't be paired with " + other.values.size() + " turns");
        }
        List<Double> ratios = new ArrayList<>();
        for (int turn = 0; turn < values.size(); turn++) {
            ratios.add(values.get(turn) / other.values.get(turn));
        }
        return new Samples(ratios);
    }

    private List<Double> sorted() {
        return values.stream().sorted().toList();
    }
}

package dev.nanokit.provider.aws.database;

import java.util.Arrays;
import java.util.List;

/**
 * A version of a database engine: {@code 16}, {@code 16.4}, {@code 8.0.39}.
 *
 * @param series how many of the numbers name the release series, between which AWS moves nobody unasked: one of postgres and redis,
 *     two of mysql
 */
record EngineVersion(List<Integer> numbers, int series) {
    static EngineVersion parse(String text, String engine) {
        List<Integer> numbers = Arrays.stream(text.split("\\."))
                .map(part -> part.replaceFirst("\\D.*", ""))
                .map(part -> part.isEmpty() ? 0 : Integer.parseInt(part))
                .toList();
        return new EngineVersion(numbers, engine.equals("mysql") ? 2 : 1);
    }

    boolean isOfSeries(EngineVersion other) {
        return prefix().equals(other.prefix());
    }

    private List<Integer> prefix() {
        return numbers.subList(0, Math.min(series, numbers.size()));
    }

    /** Whether what runs satisfies the version that was asked for: AWS applies patches by itself, and goes never back. */
    boolean satisfies(EngineVersion asked) {
        return isOfSeries(asked) && compare(asked) >= 0;
    }

    /** Whether it is of an older release than the other: no engine goes back to one. */
    boolean isBelow(EngineVersion other) {
        return compare(other) < 0;
    }

    private int compare(EngineVersion other) {
        for (int i = 0; i < Math.min(numbers.size(), other.numbers.size()); i++) {
            int order = numbers.get(i).compareTo(other.numbers.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}

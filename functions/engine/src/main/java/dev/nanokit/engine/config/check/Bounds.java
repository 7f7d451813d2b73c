package dev.nanokit.engine.config.check;

import dev.nanokit.engine.config.tree.Block;
import dev.nanokit.engine.config.tree.Located;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Between how many machines there may be.
 *
 * @param sum how many the groups name in all
 */
public record Bounds(int sum, OptionalInt min, OptionalInt max) {
    private static final int DEFAULT_COUNT = 1;
    private static final int DEFAULT_FACTOR = 2;

    /** Those of the block: with {@code scaling: auto}, what is left out is taken from the sum. */
    public static Bounds of(Block infra) {
        int sum = infra.items("instances").stream().mapToInt(Bounds::count).sum();
        boolean auto = isAuto(infra) && sum > 0;
        return new Bounds(
                sum,
                given(infra, "min", auto ? OptionalInt.of(sum) : OptionalInt.empty()),
                given(infra, "max", auto ? OptionalInt.of(sum * DEFAULT_FACTOR) : OptionalInt.empty()));
    }

    /** How many machines a group has. */
    public static int count(Block group) {
        return group.whole("count").map(Located::value).orElse(DEFAULT_COUNT);
    }

    static boolean isAuto(Block infra) {
        return infra.text("scaling").map(Located::value).filter("auto"::equals).isPresent();
    }

    private static OptionalInt given(Block infra, String key, OptionalInt otherwise) {
        Optional<Located<Integer>> value = infra.whole(key);
        return value.isPresent() ? OptionalInt.of(value.get().value()) : otherwise;
    }
}

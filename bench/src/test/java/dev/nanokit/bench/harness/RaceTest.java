package dev.nanokit.bench.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RaceTest {
    private final List<String> turns = new ArrayList<>();

    @Test
    void contendersTakeTurnsInAlternatingOrder() throws Exception {
        new Race(1, 3).run("race", List.of(contender("a"), contender("b"), contender("c")));

        assertThat(String.join("", turns)).isEqualTo("abc" + "abc" + "cba" + "abc");
    }

    @Test
    void warmUpsAreNotCounted() throws Exception {
        Outcome outcome = new Race(2, 3).run("race", List.of(contender("a")));

        assertThat(outcome.lanes().getFirst().samples().get(Metric.WALL).values())
                .containsExactly(3.0, 4.0, 5.0);
    }

    private Contender contender(String name) {
        return new Contender(name, () -> {
            turns.add(name);
            return Map.of(Metric.WALL, (double) turns.size());
        });
    }
}

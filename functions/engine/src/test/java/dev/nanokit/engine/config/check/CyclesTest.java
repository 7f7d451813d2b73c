package dev.nanokit.engine.config.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CyclesTest {
    @Test
    void aCircleBeginsWithItsFirstName() {
        Map<String, Set<String>> graph = Map.of("c", Set.of("a"), "a", Set.of("b"), "b", Set.of("c"));

        assertThat(Cycles.in(graph)).containsExactly(List.of("a", "b", "c"));
    }

    @Test
    void circlesThatHangTogetherAreToldUntilNoneIsLeft() {
        Map<String, Set<String>> graph =
                Map.of("a", Set.of("b"), "b", Set.of("a", "c"), "c", Set.of("d"), "d", Set.of("c"), "e", Set.of("a"));

        assertThat(Cycles.in(graph)).containsExactly(List.of("a", "b"), List.of("c", "d"));
    }

    @Test
    void aLongChainIsNoCircle() {
        Map<String, Set<String>> graph = new TreeMap<>();
        for (int i = 0; i < 50_000; i++) {
            graph.put("s" + i, Set.of("s" + (i + 1)));
        }
        graph.put("s50000", Set.of());

        assertThat(Cycles.in(graph)).isEmpty();
    }

    @Test
    void ofManyCirclesTheFirstTenAreTold() {
        Map<String, Set<String>> graph = new TreeMap<>();
        for (int i = 0; i < 40; i++) {
            graph.put("s" + i, Set.of("s" + (i ^ 1)));
        }

        assertThat(Cycles.in(graph)).hasSize(10);
    }

    @Property
    void whatIsFoundGoesInACircleAndWithoutItNothingDoes(@ForAll("graphs") Map<String, Set<String>> graph) {
        List<List<String>> cycles = Cycles.in(graph);

        for (List<String> cycle : cycles) {
            for (int i = 0; i < cycle.size(); i++) {
                assertThat(graph.get(cycle.get(i))).contains(cycle.get((i + 1) % cycle.size()));
            }
        }
        Set<String> members = new HashSet<>();
        cycles.forEach(members::addAll);
        Map<String, Set<String>> rest = new TreeMap<>(graph);
        rest.keySet().removeAll(members);
        assertThat(canBeOrdered(rest)).isTrue();
        assertThat(canBeOrdered(graph)).isEqualTo(cycles.isEmpty());
    }

    @Provide
    Arbitrary<Map<String, Set<String>>> graphs() {
        Arbitrary<String> names = Arbitraries.of("a", "b", "c", "d", "e", "f");
        return Arbitraries.maps(names, names.set().ofMaxSize(3)).map(edges -> {
            Map<String, Set<String>> graph = new TreeMap<>();
            edges.forEach((from, to) -> {
                Set<String> inside = new TreeSet<>(to);
                inside.retainAll(edges.keySet());
                graph.put(from, inside);
            });
            return graph;
        });
    }

    /** Takes away what depends on nothing that is left, again and again. */
    private static boolean canBeOrdered(Map<String, Set<String>> graph) {
        Set<String> left = new HashSet<>(graph.keySet());
        while (left.removeIf(node -> graph.get(node).stream().noneMatch(left::contains))) {}
        return left.isEmpty();
    }
}

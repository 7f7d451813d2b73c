package dev.nanokit.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DagTest {
    record Edge(int first, int second) {}

    @Test
    void theLongestPathDecidesTheDepth() {
        Dag<String> graph = graph("a b c d", "a>b", "b>c", "a>d", "c>d");

        assertThat(graph.depths(node -> 1))
                .containsExactly(Map.entry("a", 1), Map.entry("b", 2), Map.entry("c", 3), Map.entry("d", 4));
    }

    @Test
    void aNodeWithoutLengthPassesTheDepthOn() {
        Dag<String> graph = graph("a b c", "a>b", "b>c");

        assertThat(graph.depths(node -> node.equals("b") ? 0 : 1)).containsEntry("c", 2);
    }

    @Test
    void everyCycleIsFoundAndBeginsWithItsLeastNode() {
        Dag<String> graph = graph("a b c d e f", "c>b", "b>a", "a>c", "c>d", "d>e", "e>d", "f>f");

        assertThat(graph.cycles()).containsExactly(List.of("a", "b", "c"), List.of("f"), List.of("d", "e"));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void anOrderKeepsEveryEdgeOrThereIsACycle(@ForAll("edges") Set<Edge> edges) {
        Dag<Integer> graph = graph(edges);
        List<Integer> order = graph.order();
        if (order.size() == 10) {
            assertThat(edges).allMatch(edge -> order.indexOf(edge.first()) < order.indexOf(edge.second()));
            assertThat(graph.cycles()).isEmpty();
        } else {
            assertThat(graph.cycles())
                    .isNotEmpty()
                    .allSatisfy(cycle -> assertThat(cycle).allSatisfy(node -> {
                        int first = cycle.get((cycle.indexOf(node) + 1) % cycle.size());
                        assertThat(edges).contains(new Edge(first, node));
                    }));
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void withoutTheCyclesFoundThereIsAnOrder(@ForAll("edges") Set<Edge> edges) {
        Set<Integer> onCycles =
                graph(edges).cycles().stream().flatMap(List::stream).collect(Collectors.toSet());

        Set<Edge> rest = edges.stream()
                .filter(edge -> !onCycles.contains(edge.first()) && !onCycles.contains(edge.second()))
                .collect(Collectors.toSet());

        assertThat(graph(rest).order()).hasSize(10);
    }

    @Provide
    Arbitrary<Set<Edge>> edges() {
        Arbitrary<Integer> nodes = Arbitraries.integers().between(0, 9);
        return Combinators.combine(nodes, nodes).as(Edge::new).set().ofMaxSize(14);
    }

    private static Dag<Integer> graph(Set<Edge> edges) {
        Dag<Integer> graph = new Dag<>(IntStream.range(0, 10).boxed().toList());
        edges.forEach(edge -> graph.edge(edge.first(), edge.second()));
        return graph;
    }

    private static Dag<String> graph(String nodes, String... edges) {
        Dag<String> graph = new Dag<>(List.of(nodes.split(" ", -1)));
        for (String edge : edges) {
            graph.edge(edge.substring(0, 1), edge.substring(2));
        }
        return graph;
    }
}

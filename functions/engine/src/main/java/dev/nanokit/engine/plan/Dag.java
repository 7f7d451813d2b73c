package dev.nanokit.engine.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

/**
 * A directed graph that is to have no cycles. Gives the same answers whatever the order in which nodes and edges were
 * added.
 *
 * @param <N> the nodes
 */
final class Dag<N extends Comparable<N>> {
    private final List<N> nodes;
    private final Map<N, Set<N>> firstsOf = new HashMap<>();
    private final Map<N, Set<N>> secondsOf = new HashMap<>();

    Dag(Collection<N> nodes) {
        this.nodes = nodes.stream().sorted().toList();
        for (N node : this.nodes) {
            firstsOf.put(node, new HashSet<>());
            secondsOf.put(node, new HashSet<>());
        }
    }

    boolean contains(N node) {
        return firstsOf.containsKey(node);
    }

    /** The second node comes after the first. Both must be in the graph. */
    void edge(N first, N second) {
        firstsOf.get(second).add(first);
        secondsOf.get(first).add(second);
    }

    void removeEdge(N first, N second) {
        firstsOf.get(second).remove(first);
        secondsOf.get(first).remove(second);
    }

    /** The nodes, each after those that come before it; those on a cycle, or behind one, are missing. */
    List<N> order() {
        return new ArrayList<>(depths(node -> 1).keySet());
    }

    /**
     * The length of the longest path that leads to each node, itself included. Takes time linear in nodes and edges, but
     * for sorting.
     *
     * @param length how much a node adds to the paths through it
     * @return by node, each after those that come before it; those on a cycle, or behind one, are missing
     */
    Map<N, Integer> depths(ToIntFunction<N> length) {
        Map<N, Integer> waitsFor = new HashMap<>();
        firstsOf.forEach((node, firsts) -> waitsFor.put(node, firsts.size()));
        Map<N, Integer> reached = new HashMap<>();
        Map<N, Integer> depths = new LinkedHashMap<>();
        Collection<N> ready =
                nodes.stream().filter(node -> waitsFor.get(node) == 0).toList();
        while (!ready.isEmpty()) {
            Set<N> next = new TreeSet<>();
            for (N node : ready) {
                int depth = reached.getOrDefault(node, 0) + length.applyAsInt(node);
                depths.put(node, depth);
                for (N second : secondsOf.get(node)) {
                    reached.merge(second, depth, Math::max);
                    if (waitsFor.merge(second, -1, Integer::sum) == 0) {
                        next.add(second);
                    }
                }
            }
            ready = next;
        }
        return depths;
    }

    /**
     * Cycles of which no two share a node, so many that without them there is none; empty when there is an order. Each
     * begins with its least node, and each node in it comes after the next one.
     */
    List<List<N>> cycles() {
        List<List<N>> cycles = new ArrayList<>();
        Set<N> left = stuck(nodes);
        while (!left.isEmpty()) {
            for (List<N> cycle : someCycles(left)) {
                cycles.add(cycle);
                left.removeAll(new HashSet<>(cycle));
            }
            left = stuck(left);
        }
        return cycles;
    }

    /** Of these nodes, those that can't be ordered when there are no others. */
    private Set<N> stuck(Collection<N> among) {
        Dag<N> part = new Dag<>(among);
        for (N second : among) {
            firstsOf.get(second).stream().filter(part::contains).forEach(first -> part.edge(first, second));
        }
        Set<N> stuck = new TreeSet<>(among);
        stuck.removeAll(part.depths(node -> 1).keySet());
        return stuck;
    }

    /** Goes back from each node to its least predecessor; as each has one, that must lead into a cycle. */
    private List<List<N>> someCycles(Set<N> stuck) {
        Map<N, N> leastFirst = new HashMap<>();
        for (N node : stuck) {
            leastFirst.put(
                    node,
                    Collections.min(
                            firstsOf.get(node).stream().filter(stuck::contains).toList()));
        }
        List<List<N>> cycles = new ArrayList<>();
        Map<N, N> visitedFrom = new HashMap<>();
        for (N start : stuck) {
            N node = start;
            while (visitedFrom.putIfAbsent(node, start) == null) {
                node = leastFirst.get(node);
            }
            if (visitedFrom.get(node).equals(start)) {
                cycles.add(cycleThrough(node, leastFirst));
            }
        }
        return cycles;
    }

    private static <N extends Comparable<N>> List<N> cycleThrough(N member, Map<N, N> firsts) {
        List<N> cycle = new ArrayList<>(List.of(member));
        for (N node = firsts.get(member); !node.equals(member); node = firsts.get(node)) {
            cycle.add(node);
        }
        Collections.rotate(cycle, -cycle.indexOf(Collections.min(cycle)));
        return cycle;
    }
}

package dev.nanokit.engine.config.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds circles in a graph, without recursion: chains may be as long as a file. */
final class Cycles {
    private static final int MOST = 10;

    private final Map<String, Set<String>> left = new TreeMap<>();

    private Cycles(Map<String, Set<String>> graph) {
        graph.forEach((node, next) -> left.put(node, new TreeSet<>(next)));
    }

    /**
     * Circles with no member in common, each beginning with its first name, so that each can be told once; the first ten
     * where there are more.
     */
    static List<List<String>> in(Map<String, Set<String>> graph) {
        return new Cycles(graph).find();
    }

    private List<List<String>> find() {
        List<List<String>> found = new ArrayList<>();
        removeEnds();
        while (!left.isEmpty() && found.size() < MOST) {
            List<String> cycle = walk(left.keySet().iterator().next());
            found.add(cycle);
            cycle.forEach(left::remove);
            left.values().forEach(next -> next.removeAll(cycle));
            removeEnds();
        }
        return found;
    }

    /** Takes away what leads nowhere, until every node leads on. */
    private void removeEnds() {
        Map<String, Set<String>> before = new TreeMap<>();
        left.forEach((node, next) -> next.forEach(
                target -> before.computeIfAbsent(target, any -> new TreeSet<>()).add(node)));
        List<String> ends = new ArrayList<>();
        left.forEach((node, next) -> {
            if (next.isEmpty()) {
                ends.add(node);
            }
        });
        while (!ends.isEmpty()) {
            String end = ends.removeLast();
            left.remove(end);
            for (String node : before.getOrDefault(end, Set.of())) {
                Set<String> next = left.get(node);
                if (next != null && next.remove(end) && next.isEmpty()) {
                    ends.add(node);
                }
            }
        }
    }

    /** Every node leads on, so that a walk must come back to where it was. */
    private List<String> walk(String from) {
        Set<String> seen = new LinkedHashSet<>();
        String at = from;
        while (seen.add(at)) {
            at = left.get(at).iterator().next();
        }
        List<String> path = new ArrayList<>(seen);
        List<String> cycle = path.subList(path.indexOf(at), path.size());
        return rotate(cycle);
    }

    private static List<String> rotate(List<String> cycle) {
        int first = cycle.indexOf(cycle.stream().sorted().findFirst().orElseThrow());
        List<String> rotated = new ArrayList<>(cycle.subList(first, cycle.size()));
        rotated.addAll(cycle.subList(0, first));
        return rotated;
    }
}

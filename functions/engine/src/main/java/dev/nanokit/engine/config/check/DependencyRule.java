package dev.nanokit.engine.config.check;

import dev.nanokit.engine.config.provider.Words;
import dev.nanokit.engine.config.shape.Nearest;
import dev.nanokit.engine.config.tree.Block;
import dev.nanokit.engine.config.tree.Located;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.source.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** {@code depends_on} names what is there, and goes in no circle. */
final class DependencyRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        Map<String, Block> services = draft.services();
        Set<String> known = new TreeSet<>(draft.names("services"));
        known.addAll(draft.names("databases"));
        services.forEach((name, service) -> service.texts("depends_on")
                .forEach(dependency -> checkOne(name, service, dependency, services, known, problems)));
        for (List<String> cycle : Cycles.in(graph(services))) {
            reportCycle(cycle, services, problems);
        }
    }

    private static void checkOne(
            String name,
            Block service,
            Located<String> dependency,
            Map<String, Block> services,
            Set<String> known,
            Problems problems) {
        String what = service.path() + ".depends_on: '" + dependency.shown() + "'";
        if (dependency.value().equals(name)) {
            problems.error(
                    dependency.place(), what + " is the service itself", "It would wait for itself.", "Remove it.");
        } else if (!known.contains(dependency.value())) {
            problems.error(
                    dependency.place(),
                    what + " is neither a service nor a database",
                    "There are: " + Words.first(known) + ".",
                    Nearest.of(dependency.value(), known)
                            .map(near -> "Write " + near + ".")
                            .orElse("Remove it, or declare it under services or databases."));
        } else if (isOff(services.get(dependency.value())) && Draft.isEnabled(service)) {
            problems.warning(
                    dependency.place(),
                    what + " has 0 instances",
                    "A service that is switched off is not waited for.",
                    "Remove it, or give it instances.");
        }
    }

    private static boolean isOff(Block service) {
        return service != null && !Draft.isEnabled(service);
    }

    private static Map<String, Set<String>> graph(Map<String, Block> services) {
        Map<String, Set<String>> graph = new TreeMap<>();
        services.forEach((name, service) -> {
            Set<String> others = new TreeSet<>();
            service.texts("depends_on").forEach(dependency -> others.add(dependency.value()));
            others.retainAll(services.keySet());
            others.remove(name);
            graph.put(name, others);
        });
        return graph;
    }

    private static void reportCycle(List<String> cycle, Map<String, Block> services, Problems problems) {
        String first = cycle.getFirst();
        Set<String> members = new HashSet<>(cycle);
        Place place = services.get(first).texts("depends_on").stream()
                .filter(dependency -> members.contains(dependency.value()))
                .findFirst()
                .map(Located::place)
                .orElseGet(services.get(first)::place);
        problems.error(
                place,
                "depends_on goes in a circle: " + String.join(" → ", cycle) + " → " + first,
                "None of them could start before the others.",
                "Remove one of these dependencies.");
    }
}

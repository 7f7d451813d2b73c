package dev.nanokit.engine.plan;

import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.source.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Puts changes in waves: each in the first that comes after all it has to wait for.
 *
 * <ul>
 *   <li>What is to be comes after what it depends on; a replica's update after that of the replica before it; who takes
 *       a claim after who gives it up. These hold always.
 *   <li>What is to go, goes after what used it: what is deleted with it, or updated so as not to need it any more. Where
 *       that can't be had (a service is renamed and keeps its port: the old one must go before the new one comes, and
 *       what uses them is updated last), the old thing goes first.
 * </ul>
 *
 * What stays as it is passes the order on: when {@code a} depends on {@code b}, and {@code b} on {@code c}, then
 * {@code a} comes after {@code c} though nothing is done with {@code b}.
 */
final class ChangeOrder {
    private final Map<ResourceKey, Change> changes;
    private final List<Claims.Handover> handovers;
    private final Place file;
    private final Problems problems;
    private final Dag<ResourceKey> graph;

    private ChangeOrder(
            Map<ResourceKey, Change> changes, List<Claims.Handover> handovers, Place file, Problems problems) {
        this.file = file;
        this.changes = changes;
        this.handovers = handovers;
        this.problems = problems;
        this.graph = new Dag<>(changes.keySet());
    }

    /** @param file the place to name where no resource that is to be has one */
    static List<List<Change>> waves(
            Map<ResourceKey, Change> changes, List<Claims.Handover> handovers, Place file, Problems problems) {
        if (changes.values().stream().noneMatch(change -> change.action().changesSomething())) {
            return List.of();
        }
        ChangeOrder order = new ChangeOrder(changes, handovers, file, problems);
        order.addDependencies();
        order.addRemovals();
        handovers.forEach(handover -> order.graph.edge(handover.from(), handover.to()));
        order.breakCycles();
        return order.waves();
    }

    private void addDependencies() {
        for (Change change : changes.values()) {
            change.desired().ifPresent(resource -> {
                resource.dependsOn().stream()
                        .filter(graph::contains)
                        .forEach(dependency -> graph.edge(dependency, resource.key()));
                addReplicaOrder(change, resource);
            });
        }
    }

    private void addReplicaOrder(Change change, Resource resource) {
        if (change.action() == Action.UPDATE || change.action() == Action.REPLACE) {
            resource.updateAfter().stream()
                    .filter(graph::contains)
                    .filter(replica -> changes.get(replica).action().changesSomething())
                    .forEach(replica -> graph.edge(replica, resource.key()));
        }
    }

    private void addRemovals() {
        for (Change change : changes.values()) {
            if (change.action().changesSomething() && change.providerId().isPresent()) {
                change.recorded()
                        .ifPresent(recorded -> recorded.dependsOn().stream()
                                .filter(this::isDeleted)
                                .forEach(dependency -> graph.edge(change.key(), dependency)));
            }
        }
    }

    private boolean isDeleted(ResourceKey key) {
        return changes.get(key) instanceof Change.Delete;
    }

    /** Lets removals go first where they must, and reports what can't be ordered even so. */
    private void breakCycles() {
        List<List<ResourceKey>> cycles = graph.cycles();
        while (!cycles.isEmpty()) {
            boolean broken = false;
            for (List<ResourceKey> cycle : cycles) {
                broken |= breakCycle(cycle);
            }
            if (!broken) {
                cycles.forEach(this::report);
                return;
            }
            cycles = graph.cycles();
        }
    }

    /** Removals need not wait for updates; if there are none in the cycle, not for each other either. */
    private boolean breakCycle(List<ResourceKey> cycle) {
        List<Wait> removals =
                waits(cycle).stream().filter(wait -> isDeleted(wait.second)).toList();
        List<Wait> forUpdates =
                removals.stream().filter(wait -> !isDeleted(wait.first)).toList();
        List<Wait> dropped = forUpdates.isEmpty() ? removals : forUpdates;
        dropped.forEach(wait -> graph.removeEdge(wait.first, wait.second));
        return !dropped.isEmpty();
    }

    private record Wait(ResourceKey first, ResourceKey second) {}

    private static List<Wait> waits(List<ResourceKey> cycle) {
        List<Wait> waits = new ArrayList<>();
        for (int i = 0; i < cycle.size(); i++) {
            waits.add(new Wait(cycle.get((i + 1) % cycle.size()), cycle.get(i)));
        }
        return waits;
    }

    private void report(List<ResourceKey> cycle) {
        List<Wait> waits = waits(cycle);
        List<String> taken = handovers.stream()
                .filter(handover -> waits.contains(new Wait(handover.from(), handover.to())))
                .map(handover ->
                        handover.to() + " takes " + handover.claim() + ", which " + handover.from() + " gives up")
                .sorted()
                .toList();
        problems.error(
                cycle.stream()
                        .flatMap(key -> changes.get(key).desired().stream())
                        .map(Resource::place)
                        .findFirst()
                        .orElse(file),
                "these changes wait for each other: " + DesiredResources.path(cycle),
                String.join("; ", taken),
                "do it in two steps: first take away what is to change hands and apply that, then give it to its new"
                        + " owner");
    }

    private List<List<Change>> waves() {
        Map<Integer, List<Change>> waves = new TreeMap<>();
        Map<ResourceKey, Integer> depths =
                graph.depths(key -> changes.get(key).action().changesSomething() ? 1 : 0);
        depths.forEach((key, depth) -> {
            if (changes.get(key).action().changesSomething()) {
                waves.computeIfAbsent(depth, wave -> new ArrayList<>()).add(changes.get(key));
            }
        });
        return waves.values().stream().map(ChangeOrder::sorted).collect(Collectors.toList());
    }

    private static List<Change> sorted(List<Change> wave) {
        return wave.stream().sorted((a, b) -> a.key().compareTo(b.key())).toList();
    }
}

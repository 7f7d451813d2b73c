package dev.nanokit.engine.plan;

import dev.nanokit.engine.resource.Management;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.source.Problems;
import dev.nanokit.engine.value.Leaves;
import dev.nanokit.engine.value.Value;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks that what is desired fits together, and orders it. */
final class DesiredResources {
    private final Problems problems;
    private final Map<ResourceKey, Resource> byKey = new LinkedHashMap<>();

    private DesiredResources(Problems problems) {
        this.problems = problems;
    }

    /**
     * @return by key, each after those it depends on; incomplete when there were problems
     * @throws IllegalArgumentException when a spec refers to a resource that it does not depend on: the provider's
     *     compiler is wrong
     */
    static Map<ResourceKey, Resource> check(List<Resource> desired, Problems problems) {
        DesiredResources checked = new DesiredResources(problems);
        desired.stream()
                .sorted(Comparator.comparing(Resource::key)
                        .thenComparing(resource -> resource.place().file())
                        .thenComparingInt(resource -> resource.place().line())
                        .thenComparingInt(resource -> resource.place().column()))
                .forEach(checked::add);
        checked.byKey.values().forEach(checked::checkReferences);
        checked.checkClaims();
        return checked.inOrder();
    }

    private void add(Resource resource) {
        Resource first = byKey.putIfAbsent(resource.key(), resource);
        if (first != null) {
            problems.error(
                    resource.place(),
                    resource.key() + " is there twice",
                    "it stands at " + first.place() + " already",
                    "give one of them another name");
        }
    }

    private void checkReferences(Resource resource) {
        Set<ResourceKey> missing = new HashSet<>(resource.dependsOn());
        missing.addAll(resource.updateAfter());
        missing.removeAll(byKey.keySet());
        missing.stream()
                .sorted()
                .forEach(key -> problems.error(
                        resource.place(),
                        resource.key() + " depends on " + key + ", which is not there",
                        "",
                        "define " + key.name() + ", or take it out of what "
                                + resource.key().name() + " depends on"));
        Leaves.forEach(resource.spec(), leaf -> {
            if (leaf instanceof Value.Ref ref && !resource.dependsOn().contains(ref.resource())) {
                throw new IllegalArgumentException(resource.key() + " uses the output '" + ref.output() + "' of "
                        + ref.resource() + " but does not depend on it");
            }
        });
    }

    private void checkClaims() {
        Map<String, Resource> claimants = new LinkedHashMap<>();
        for (Resource resource : byKey.values()) {
            if (resource.management() != Management.MANAGED) {
                continue;
            }
            for (String claim : resource.claims().stream().sorted().toList()) {
                Resource first = claimants.putIfAbsent(claim, resource);
                if (first != null) {
                    problems.error(
                            resource.place(),
                            resource.key() + " and " + first.key() + " both need " + claim,
                            "only one can have it; " + first.key() + " stands at " + first.place(),
                            "give one of them another");
                }
            }
        }
    }

    private Map<ResourceKey, Resource> inOrder() {
        Dag<ResourceKey> graph = new Dag<>(byKey.keySet());
        for (Resource resource : byKey.values()) {
            resource.dependsOn().stream().filter(graph::contains).forEach(key -> graph.edge(key, resource.key()));
        }
        Map<ResourceKey, Resource> ordered = new LinkedHashMap<>();
        graph.order().forEach(key -> ordered.put(key, byKey.get(key)));
        if (ordered.size() < byKey.size()) {
            graph.cycles().forEach(this::reportCycle);
        }
        return Collections.unmodifiableMap(ordered);
    }

    private void reportCycle(List<ResourceKey> cycle) {
        problems.error(
                byKey.get(cycle.getFirst()).place(),
                "a cycle of dependencies: " + path(cycle),
                "none of them could ever be made first",
                "take one of them out of what the one before it depends on");
    }

    /** {@code web → api → web}, with types where they are not all the same. */
    static String path(List<ResourceKey> cycle) {
        boolean oneType = cycle.stream().map(ResourceKey::type).distinct().count() == 1;
        return Stream.concat(cycle.stream(), Stream.of(cycle.getFirst()))
                .map(key -> oneType ? key.name() : key.toString())
                .collect(Collectors.joining(" → "));
    }
}

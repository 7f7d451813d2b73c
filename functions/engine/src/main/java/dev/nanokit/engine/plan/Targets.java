package dev.nanokit.engine.plan;

import dev.nanokit.engine.config.shape.Nearest;
import dev.nanokit.engine.resource.RecordedResource;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.source.Problems;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Limits a plan to what the user named, and what that depends on. A name stands for all resources of that name, and for
 * its replicas: {@code web} for {@code web-1} and {@code web-2}, also for those that are only left in state.
 */
final class Targets {
    private static final Pattern REPLICA_NUMBER = Pattern.compile("-[0-9]+$");

    private final Set<String> names;
    private final Map<ResourceKey, Resource> desired;
    private final Map<ResourceKey, RecordedResource> recorded;

    private Targets(
            Set<String> names, Map<ResourceKey, Resource> desired, Map<ResourceKey, RecordedResource> recorded) {
        this.names = names;
        this.desired = desired;
        this.recorded = recorded;
    }

    static Scope narrow(
            PlanRequest request,
            Map<ResourceKey, Resource> desired,
            Map<ResourceKey, RecordedResource> recorded,
            Problems problems) {
        if (request.targets().isEmpty()) {
            return new Scope(desired, recorded);
        }
        Targets targets = new Targets(request.targets(), desired, recorded);
        targets.reportUnknown(request.file(), problems);
        return targets.scope();
    }

    private Scope scope() {
        Set<ResourceKey> wanted = withDependencies(named(desired.keySet()));
        Map<ResourceKey, Resource> desiredPart = new LinkedHashMap<>(desired);
        desiredPart.keySet().retainAll(wanted);
        Set<ResourceKey> touched = new HashSet<>(named(recorded.keySet()));
        touched.addAll(wanted);
        Map<ResourceKey, RecordedResource> recordedPart = new TreeMap<>(recorded);
        recordedPart.keySet().retainAll(touched);
        return new Scope(desiredPart, recordedPart);
    }

    private Set<ResourceKey> named(Collection<ResourceKey> keys) {
        Set<ResourceKey> named = new HashSet<>();
        for (ResourceKey key : keys) {
            if (names.contains(key.name()) || (names.contains(base(key)) && isReplica(key))) {
                named.add(key);
            }
        }
        return named;
    }

    /** Whether {@code web-1} is a replica of {@code web}: not when there is a {@code web} beside it. */
    private boolean isReplica(ResourceKey key) {
        return !desired.containsKey(key) || !desired.containsKey(new ResourceKey(key.type(), base(key)));
    }

    private Set<ResourceKey> withDependencies(Set<ResourceKey> keys) {
        Set<ResourceKey> reached = new HashSet<>(keys);
        Deque<ResourceKey> open = new ArrayDeque<>(keys);
        while (!open.isEmpty()) {
            for (ResourceKey dependency : desired.get(open.pop()).dependsOn()) {
                if (reached.add(dependency)) {
                    open.push(dependency);
                }
            }
        }
        return reached;
    }

    private void reportUnknown(Place file, Problems problems) {
        Set<String> known = new TreeSet<>();
        desired.keySet().forEach(key -> known.add(key.name()));
        recorded.keySet().forEach(key -> known.add(key.name()));
        Set<String> shown = new TreeSet<>(known);
        desired.keySet().forEach(key -> known.add(base(key)));
        recorded.keySet().forEach(key -> known.add(base(key)));
        for (String name : new TreeSet<>(names)) {
            if (!known.contains(name)) {
                problems.error(
                        file,
                        "there is no '" + name + "' in " + file.file(),
                        "",
                        Nearest.of(name, known)
                                .map(near -> "did you mean '" + near + "'?")
                                .orElse("name one of: " + String.join(", ", shown)));
            }
        }
    }

    private static String base(ResourceKey key) {
        return REPLICA_NUMBER.matcher(key.name()).replaceFirst("");
    }
}

package dev.nanokit.engine.plan;

import dev.nanokit.engine.resource.Management;
import dev.nanokit.engine.resource.Owner;
import dev.nanokit.engine.resource.RecordedResource;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.resource.Section;
import dev.nanokit.engine.source.InvalidConfigException;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.engine.source.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Compares what is to be with what is recorded and what is there, and says what to do. The same request gives the same
 * plan, whatever the order of its parts; its cost grows in line with the number of resources.
 */
public final class Planner {
    private final PlanRequest request;
    private final Problems problems;
    private final List<Problem> warnings;

    private Planner(PlanRequest request) {
        this.request = request;
        this.problems = new Problems();
        this.warnings = new ArrayList<>(request.warnings());
    }

    /**
     * @throws InvalidConfigException when there can't be a plan: names or claims that clash, cycles, things that are
     *     there and belong to others. Carries all errors that were found.
     * @throws IllegalArgumentException when the desired resources contradict themselves in a way that only a fault in a
     *     provider's compiler explains
     */
    public static Plan plan(PlanRequest request) {
        return new Planner(request).plan();
    }

    private Plan plan() {
        Map<ResourceKey, Resource> desired = DesiredResources.check(request.desired(), problems);
        problems.throwIfErrors();
        Scope scope = Targets.narrow(request, desired, touchable(desired), problems);
        problems.throwIfErrors();
        Decisions decisions = Decider.decide(request, scope, problems);
        Claims claims = new Claims(request.recorded(), request.observed().keySet(), scope);
        List<Claims.Handover> handovers = claims.handovers(decisions.changes(), problems);
        List<List<Change>> waves = ChangeOrder.waves(decisions.changes(), handovers, request.file(), problems);
        problems.throwIfErrors();
        return planOf(decisions, waves);
    }

    private Plan planOf(Decisions decisions, List<List<Change>> waves) {
        Owner owner = request.owner();
        List<Change.NoOp> unchanged = decisions.changes().values().stream()
                .filter(Change.NoOp.class::isInstance)
                .map(Change.NoOp.class::cast)
                .toList();
        return new Plan(
                request.id(),
                owner.project(),
                owner.environment(),
                owner.component(),
                request.commit(),
                request.serial(),
                waves,
                unchanged,
                warnings,
                Guards.of(waves),
                blockedOn(decisions.missing()),
                PlanDigest.of(request, waves, decisions));
    }

    /**
     * What is recorded and may be changed. A component that shares another's infrastructure changes and deletes none,
     * not even what is left of its own from before.
     */
    private Map<ResourceKey, RecordedResource> touchable(Map<ResourceKey, Resource> desired) {
        boolean shares = desired.values().stream().anyMatch(resource -> resource.management() == Management.SHARED);
        Map<ResourceKey, RecordedResource> touchable = new TreeMap<>();
        for (RecordedResource recorded : request.recorded()) {
            if (shares && recorded.section() == Section.INFRASTRUCTURE && !desired.containsKey(recorded.key())) {
                warnKept(recorded);
            } else {
                touchable.put(recorded.key(), recorded);
            }
        }
        return touchable;
    }

    private void warnKept(RecordedResource recorded) {
        warnings.add(Problem.warning(
                request.file(),
                recorded.key() + " was made by this component, and stays",
                "with infra.shared a component deletes no infrastructure",
                "to delete it, plan once without infra.shared"));
    }

    private Optional<String> blockedOn(SortedSet<ResourceKey> missing) {
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        String names = missing.stream().map(ResourceKey::toString).collect(Collectors.joining(", "));
        return Optional.of("Shared modules are being initialized… No other component of project "
                + request.owner().project() + " has made " + names + " in environment "
                + request.owner().environment() + " yet.");
    }
}

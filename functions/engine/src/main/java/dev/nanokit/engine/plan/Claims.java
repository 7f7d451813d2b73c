package dev.nanokit.engine.plan;

import dev.nanokit.engine.resource.RecordedResource;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.source.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Who holds what only one can have, as far as it is recorded and there. */
final class Claims {
    private final Map<String, List<ResourceKey>> holders = new HashMap<>();

    private final Scope scope;

    Claims(List<RecordedResource> recorded, Set<ResourceKey> there, Scope scope) {
        this.scope = scope;
        for (RecordedResource resource : recorded) {
            if (there.contains(resource.key())) {
                resource.claims()
                        .forEach(claim -> holders.computeIfAbsent(claim, key -> new ArrayList<>())
                                .add(resource.key()));
            }
        }
    }

    /** One takes what the other gives up. */
    record Handover(ResourceKey from, ResourceKey to, String claim) {}

    /** What the changes take from each other; a claim of what the plan does not touch is a problem. */
    List<Handover> handovers(Map<ResourceKey, Change> changes, Problems problems) {
        List<Handover> handovers = new ArrayList<>();
        for (Change change : changes.values()) {
            if (change.action().changesSomething()) {
                change.desired()
                        .ifPresent(taker -> taker.claims().stream()
                                .sorted()
                                .flatMap(claim -> takenFromOthers(taker, claim))
                                .filter(handover -> isGivenUp(handover, changes, taker, problems))
                                .forEach(handovers::add));
            }
        }
        return handovers;
    }

    private Stream<Handover> takenFromOthers(Resource taker, String claim) {
        return holders.getOrDefault(claim, List.of()).stream()
                .filter(holder -> !holder.equals(taker.key()))
                .map(holder -> new Handover(holder, taker.key(), claim));
    }

    private boolean isGivenUp(Handover handover, Map<ResourceKey, Change> changes, Resource taker, Problems problems) {
        if (!scope.recorded().containsKey(handover.from())) {
            reportHeld(taker, handover.claim(), handover.from(), problems);
        }
        return changes.containsKey(handover.from());
    }

    private static void reportHeld(Resource taker, String claim, ResourceKey holder, Problems problems) {
        problems.error(
                taker.place(),
                taker.key() + " needs " + claim + ", which " + holder + " has",
                "this plan does not touch " + holder,
                "plan " + holder.name() + " too, or give " + taker.key().name() + " another");
    }
}

package dev.nanokit.engine.plan;

import dev.nanokit.engine.resource.Observed;
import dev.nanokit.engine.resource.Owner;
import dev.nanokit.engine.resource.RecordedResource;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.engine.value.SealingKey;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that a plan is made from.
 *
 * @param id the plan's id to be
 * @param owner the component that plans
 * @param desired what is to be; empty to destroy. Secrets revealed.
 * @param recorded what state remembers of this component
 * @param shared what state remembers of other components' infrastructure, for resources that are
 *     {@link dev.nanokit.engine.resource.Management#SHARED}
 * @param observed what the provider says of each resource that exists: those in {@code recorded} by their id, the
 *     others by their deterministic name
 * @param targets names in the file to which the plan is limited (with what they depend on); empty for all
 * @param warnings to be carried along
 */
public record PlanRequest(
        String id,
        Owner owner,
        String commit,
        long serial,
        List<Resource> desired,
        List<RecordedResource> recorded,
        List<RecordedResource> shared,
        Map<ResourceKey, Observed> observed,
        Set<String> targets,
        List<Problem> warnings,
        SealingKey key) {
    public PlanRequest {
        desired = List.copyOf(desired);
        recorded = List.copyOf(recorded);
        shared = List.copyOf(shared);
        observed = Map.copyOf(observed);
        targets = Set.copyOf(targets);
        warnings = List.copyOf(warnings);
    }

    /** The place to name for what stands nowhere in the file. */
    public Place file() {
        String name = desired.stream()
                .map(resource -> resource.place().file())
                .min(Comparator.naturalOrder())
                .orElse("nanokit.yml");
        return new Place(name, 1, 1);
    }
}

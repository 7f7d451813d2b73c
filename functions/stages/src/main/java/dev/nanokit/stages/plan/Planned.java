package dev.nanokit.stages.plan;

import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.resource.Observed;
import dev.nanokit.engine.resource.RecordedResource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.value.SealingKey;
import java.util.List;
import java.util.Map;

/**
 * A plan, with what it was made from and what applying it needs.
 *
 * @param observed what is there, with secret outputs revealed
 * @param recorded what state remembers: this component's resources and the infrastructure it shares
 */
public record Planned(Plan plan, Map<ResourceKey, Observed> observed, List<RecordedResource> recorded, SealingKey key) {
    public Planned {
        observed = Map.copyOf(observed);
        recorded = List.copyOf(recorded);
    }
}

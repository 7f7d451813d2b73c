package dev.nanokit.engine.plan;

import dev.nanokit.engine.resource.Observed;
import dev.nanokit.engine.resource.RecordedResource;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.value.Value;
import java.util.Optional;

/**
 * A desired resource, and what is known of it.
 *
 * @param spec the desired spec, resolved as far as can be, its secrets sealed
 * @param observed what may be secret in it is hidden
 */
record Situation(Resource desired, Value.Obj spec, Optional<RecordedResource> recorded, Optional<Observed> observed) {
    ResourceKey key() {
        return desired.key();
    }
}

package dev.nanokit.engine.plan;

import dev.nanokit.engine.resource.Observed;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.value.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The outputs that are known while planning: those of what exists, and is neither to be created nor replaced. */
final class KnownOutputs {
    private final Map<ResourceKey, Value.Obj> known = new HashMap<>();

    /** What is observed counts for more than what is recorded, whose secrets are sealed. */
    void learn(ResourceKey key, Value.Obj recorded, Optional<Observed> observed) {
        Map<String, Value> outputs = new TreeMap<>(recorded.fields());
        observed.ifPresent(seen -> outputs.putAll(seen.outputs().fields()));
        known.put(key, Value.obj(outputs));
    }

    Optional<Value> find(Value.Ref ref) {
        return Optional.ofNullable(known.get(ref.resource()))
                .map(outputs -> outputs.get(ref.output()))
                .filter(value -> !(value instanceof Value.Null));
    }

    /** The names of a resource's outputs; empty while none is known. */
    Optional<String> names(ResourceKey key) {
        return Optional.ofNullable(known.get(key))
                .map(outputs -> String.join(", ", outputs.fields().keySet()));
    }
}

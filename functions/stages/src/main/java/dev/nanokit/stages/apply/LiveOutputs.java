package dev.nanokit.stages.apply;

import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.value.Value;
import dev.nanokit.stages.plan.Planned;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What each resource's outputs are right now: as recorded, as seen when planning, as answered since. */
public final class LiveOutputs {
    private final Map<ResourceKey, Value.Obj> outputs = new ConcurrentHashMap<>();

    public static LiveOutputs of(Planned planned) {
        LiveOutputs live = new LiveOutputs();
        planned.recorded().forEach(recorded -> live.answered(recorded.key(), recorded.outputs()));
        planned.observed().forEach((key, observed) -> live.answered(key, observed.outputs()));
        return live;
    }

    void answered(ResourceKey key, Value.Obj values) {
        outputs.put(key, values);
    }

    /** All that is known of a resource's outputs. */
    public Optional<Value.Obj> of(ResourceKey resource) {
        return Optional.ofNullable(outputs.get(resource));
    }

    Optional<Value> find(Value.Ref ref) {
        return of(ref.resource())
                .map(values -> values.get(ref.output()))
                .filter(value -> !(value instanceof Value.Null));
    }
}

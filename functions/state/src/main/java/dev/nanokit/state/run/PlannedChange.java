package dev.nanokit.state.run;

import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.plan.ChangeCodec;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.value.JsonFields;
import dev.nanokit.engine.value.Resolver;
import dev.nanokit.engine.value.SealingKey;
import dev.nanokit.engine.value.Value;
import dev.nanokit.engine.value.ValueJson;
import java.util.Map;
import java.util.TreeMap;

/**
 * One change of a run's plan, with what another process needs to do it.
 *
 * @param known outputs, as they were when it was planned, of the resources that its spec refers to; secrets sealed once
 *     it has been kept
 */
public record PlannedChange(Change change, Map<ResourceKey, Value.Obj> known) {
    public PlannedChange {
        known = Map.copyOf(known);
    }

    String json(SealingKey key) {
        Map<String, Value> outputs = new TreeMap<>();
        known.forEach((resource, values) -> outputs.put(resource.toString(), Resolver.seal(values, key)));
        return ValueJson.write(Value.obj(
                Map.of("change", ValueJson.read(ChangeCodec.write(change, key)), "known", Value.obj(outputs))));
    }

    static PlannedChange read(String json) {
        JsonFields fields = JsonFields.parse(json);
        JsonFields outputs = fields.fields("known");
        Map<ResourceKey, Value.Obj> known = new TreeMap<>();
        outputs.object()
                .fields()
                .keySet()
                .forEach(resource -> known.put(ResourceKey.parse(resource), outputs.values(resource)));
        return new PlannedChange(ChangeCodec.read(ValueJson.write(fields.values("change"))), known);
    }
}

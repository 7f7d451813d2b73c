package dev.nanokit.engine.plan;

import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.value.SpecDigest;
import dev.nanokit.engine.value.Value;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Digests everything that decides what an apply does: whose plan it is, the serial, and each change with its wave, its
 * spec and its fields. The plan's id, the commit, the reasons and the warnings are left out: they change nothing.
 */
final class PlanDigest {
    private final Map<ResourceKey, Value.Obj> specs;

    private PlanDigest(Map<ResourceKey, Value.Obj> specs) {
        this.specs = specs;
    }

    static String of(PlanRequest request, List<List<Change>> waves, Decisions decisions) {
        PlanDigest digest = new PlanDigest(decisions.specs());
        return SpecDigest.ofSealed(Value.obj(Map.of(
                "owner", Value.text(request.owner().toString()),
                "serial", Value.num(request.serial()),
                "missing", texts(decisions.missing()),
                "waves",
                        Value.seq(waves.stream()
                                .map(wave ->
                                        Value.seq(wave.stream().map(digest::of).toList()))
                                .toList()))));
    }

    private Value of(Change change) {
        Map<String, Value> fields = new TreeMap<>();
        fields.put("action", Value.text(change.action().word()));
        fields.put("key", Value.text(change.key().toString()));
        change.providerId().ifPresent(id -> fields.put("id", Value.text(id)));
        fields.put(
                "fields", Value.seq(change.fields().stream().map(PlanDigest::of).toList()));
        change.desired().ifPresent(resource -> fields.put("resource", of(resource)));
        return Value.obj(fields);
    }

    private Value of(Resource resource) {
        return Value.obj(Map.of(
                "spec", specs.get(resource.key()),
                "section", Value.text(resource.section().name()),
                "dependsOn", texts(resource.dependsOn()),
                "claims", texts(resource.claims()),
                "holdsData", Value.bool(resource.holdsData())));
    }

    private static Value of(FieldChange change) {
        return Value.seq(Value.text(change.path()), change.before(), change.after(), Value.bool(change.sensitive()));
    }

    private static Value texts(Collection<?> items) {
        return Value.texts(items.stream().map(Object::toString).sorted().toList());
    }
}

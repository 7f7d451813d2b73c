package dev.nanokit.engine.plan;

import dev.nanokit.engine.resource.Observed;
import dev.nanokit.engine.resource.RecordedResource;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceJson;
import dev.nanokit.engine.value.JsonFields;
import dev.nanokit.engine.value.Resolver;
import dev.nanokit.engine.value.SealingKey;
import dev.nanokit.engine.value.Value;
import dev.nanokit.engine.value.ValueJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A change as JSON text, so that another process can do it. All of it is kept but the text of secrets: those of the
 * desired spec become references to where they are looked up, all others are sealed.
 */
public final class ChangeCodec {
    private ChangeCodec() {}

    /** @param key under which secrets that were observed are sealed */
    public static String write(Change change, SealingKey key) {
        Map<String, Value> fields = new TreeMap<>();
        fields.put("action", Value.text(JsonFields.word(change.action())));
        fields.put("reasons", Value.texts(change.reasons()));
        fields.put(
                "fields",
                Value.seq(
                        change.fields().stream().map(field -> write(field, key)).toList()));
        change.desired().ifPresent(resource -> fields.put("resource", ResourceCodec.write(resource)));
        change.recorded().ifPresent(recorded -> fields.put("recorded", ValueJson.read(ResourceJson.write(recorded))));
        observed(change).ifPresent(seen -> fields.put("observed", ResourceCodec.write(seen, key)));
        if (change instanceof Change.NoOp) {
            change.providerId().ifPresent(id -> fields.put("providerId", Value.text(id)));
        }
        return ValueJson.write(Value.obj(fields));
    }

    /** @throws IllegalArgumentException when the text is not what {@link #write} gives; names the field */
    public static Change read(String json) {
        JsonFields fields = JsonFields.parse(json);
        Optional<RecordedResource> recorded =
                fields.optionalFields("recorded").map(one -> ResourceJson.read(ValueJson.write(one.object())));
        List<String> reasons = fields.texts("reasons");
        List<FieldChange> differences =
                fields.list("fields").stream().map(ChangeCodec::field).toList();
        return switch (fields.word("action", Action.class)) {
            case CREATE -> new Change.Create(resource(fields), recorded, reasons, differences);
            case UPDATE -> new Change.Update(resource(fields), recorded, seen(fields), reasons, differences);
            case REPLACE -> new Change.Replace(resource(fields), recorded, seen(fields), reasons, differences);
            case ADOPT -> new Change.Adopt(resource(fields), recorded, seen(fields), reasons, differences);
            case NO_OP -> new Change.NoOp(resource(fields), recorded, fields.optionalText("providerId"), reasons);
            case DELETE ->
                new Change.Delete(
                        recorded.orElseThrow(
                                () -> new IllegalArgumentException("the field 'recorded' of a deletion is missing")),
                        fields.optionalFields("observed").map(ResourceCodec::observed),
                        reasons,
                        differences);
        };
    }

    private static Optional<Observed> observed(Change change) {
        return switch (change) {
            case Change.OfExisting existing -> Optional.of(existing.observed());
            case Change.Delete delete -> delete.observed();
            case Change.Create ignored -> Optional.empty();
            case Change.NoOp ignored -> Optional.empty();
        };
    }

    private static Resource resource(JsonFields fields) {
        return ResourceCodec.resource(fields.fields("resource"));
    }

    private static Observed seen(JsonFields fields) {
        return ResourceCodec.observed(fields.fields("observed"));
    }

    private static Value write(FieldChange field, SealingKey key) {
        return Value.obj(Map.of(
                "path", Value.text(field.path()),
                "before", Resolver.seal(field.before(), key),
                "after", Resolver.seal(field.after(), key),
                "sensitive", Value.bool(field.sensitive())));
    }

    private static FieldChange field(JsonFields fields) {
        return new FieldChange(
                fields.text("path"),
                fields.object().get("before"),
                fields.object().get("after"),
                fields.bool("sensitive"));
    }
}

package dev.nanokit.engine.plan;

import dev.nanokit.engine.resource.Management;
import dev.nanokit.engine.resource.Observed;
import dev.nanokit.engine.resource.Owner;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.resource.Section;
import dev.nanokit.engine.source.ProblemJson;
import dev.nanokit.engine.value.JsonFields;
import dev.nanokit.engine.value.Resolver;
import dev.nanokit.engine.value.SealingKey;
import dev.nanokit.engine.value.Secret;
import dev.nanokit.engine.value.Value;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Resources as desired and as observed, as JSON values without the text of any secret. */
final class ResourceCodec {
    private ResourceCodec() {}

    /** A desired secret is kept as the reference that it was looked up by: it can be looked up again. */
    static Value.Obj write(Resource resource) {
        Map<String, Value> fields = new TreeMap<>();
        fields.put("key", Value.text(resource.key().toString()));
        fields.put("section", Value.text(JsonFields.word(resource.section())));
        fields.put("management", Value.text(JsonFields.word(resource.management())));
        fields.put("spec", Resolver.mapSecrets(resource.spec(), ResourceCodec::withoutText));
        fields.put("dependsOn", sorted(resource.dependsOn()));
        fields.put("updateAfter", sorted(resource.updateAfter()));
        fields.put("holdsData", Value.bool(resource.holdsData()));
        fields.put("replaceOn", sorted(resource.replaceOn()));
        fields.put("claims", sorted(resource.claims()));
        fields.put("place", ProblemJson.write(resource.place()));
        return Value.obj(fields);
    }

    static Resource resource(JsonFields fields) {
        return new Resource(
                ResourceKey.parse(fields.text("key")),
                fields.word("section", Section.class),
                fields.word("management", Management.class),
                fields.values("spec"),
                set(fields, "dependsOn", ResourceKey::parse),
                set(fields, "updateAfter", ResourceKey::parse),
                fields.bool("holdsData"),
                set(fields, "replaceOn", Function.identity()),
                set(fields, "claims", Function.identity()),
                ProblemJson.place(fields.fields("place")));
    }

    static Value.Obj write(Observed observed, SealingKey key) {
        Map<String, Value> fields = new TreeMap<>();
        fields.put("providerId", Value.text(observed.providerId()));
        observed.owner().ifPresent(owner -> fields.put("owner", write(owner)));
        fields.put("spec", Resolver.seal(observed.spec(), key));
        fields.put("outputs", Resolver.seal(observed.outputs(), key));
        return Value.obj(fields);
    }

    static Observed observed(JsonFields fields) {
        return new Observed(
                fields.text("providerId"),
                fields.optionalFields("owner").map(ResourceCodec::owner),
                fields.values("spec"),
                fields.values("outputs"));
    }

    private static Value.Obj write(Owner owner) {
        return Value.obj(Map.of(
                "project", Value.text(owner.project()),
                "environment", Value.text(owner.environment()),
                "component", Value.text(owner.component())));
    }

    private static Owner owner(JsonFields fields) {
        return new Owner(fields.text("project"), fields.text("environment"), fields.text("component"));
    }

    private static Secret withoutText(Secret secret) {
        return secret.isRevealed() ? Secret.reference(secret.source()) : secret;
    }

    private static Value sorted(Collection<?> items) {
        return Value.texts(items.stream().map(Object::toString).sorted().toList());
    }

    private static <T> Set<T> set(JsonFields fields, String name, Function<String, T> parse) {
        return fields.texts(name).stream().map(parse).collect(Collectors.toSet());
    }
}

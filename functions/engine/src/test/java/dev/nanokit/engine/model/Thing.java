package dev.nanokit.engine.model;

import dev.nanokit.engine.resource.Observed;
import dev.nanokit.engine.resource.Owner;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.value.Secret;
import dev.nanokit.engine.value.Value;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Something that exists in the model world.
 *
 * @param spec resolved, its secrets revealed
 * @param dependsOn what it was last applied with
 * @param claims what it holds
 */
public record Thing(
        String id,
        Optional<Owner> owner,
        ResourceKey key,
        Value.Obj spec,
        Set<ResourceKey> dependsOn,
        Set<String> claims) {
    /** A field that the world can't read back. */
    public static final String WRITE_ONLY = "writeOnly";

    public Thing withSpec(Value.Obj other) {
        return new Thing(id, owner, key, other, dependsOn, claims);
    }

    Thing applied(Value.Obj newSpec, Set<ResourceKey> dependencies, Set<String> held) {
        return new Thing(id, owner, key, newSpec, dependencies, held);
    }

    /** As a provider sees it: a secret in a spec is a text like any other. */
    public Observed observed() {
        return new Observed(id, owner, asText(spec.without(WRITE_ONLY)), outputs());
    }

    /** Its id is another each time it is made; its address stays; its password it made up itself. */
    public Value.Obj outputs() {
        return Value.obj(Map.of(
                "id", Value.text(id),
                "name", Value.text("nk-shop-local-" + key.name()),
                "address", Value.text(key.name() + ".internal"),
                "password", Value.hidden(Secret.revealed("generated:" + key, "generated-secret-of-" + id))));
    }

    private static Value.Obj asText(Value.Obj object) {
        Map<String, Value> fields = new TreeMap<>();
        object.fields().forEach((name, value) -> fields.put(name, asText(value)));
        return Value.obj(fields);
    }

    private static Value asText(Value value) {
        return switch (value) {
            case Value.Hidden(Secret secret) -> Value.text(secret.reveal());
            case Value.Obj object -> asText(object);
            case Value.Seq seq ->
                Value.seq(seq.items().stream().map(Thing::asText).toList());
            default -> value;
        };
    }
}

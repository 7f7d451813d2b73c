package dev.nanokit.stages.world;

import dev.nanokit.engine.resource.Observed;
import dev.nanokit.engine.resource.Owner;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.value.Secret;
import dev.nanokit.engine.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What exists at a made-up provider: things with an id, an owner and a spec. Outlives the runs that change it. */
public final class ModelCloud {
    private final Map<String, Thing> things = new TreeMap<>();
    private final List<String> removed = new ArrayList<>();
    private int made;

    /** One thing at the provider. */
    public record Thing(String id, Owner owner, ResourceKey key, Value.Obj spec) {
        Observed observed() {
            return new Observed(id, Optional.of(owner), spec, outputs());
        }

        Value.Obj outputs() {
            Value.Obj outputs =
                    Value.Obj.EMPTY.with("id", Value.text(id)).with("address", Value.text(key.name() + ".internal"));
            return spec.fields().containsKey("keeps")
                    ? outputs.with("password", Value.hidden(Secret.revealed("model:" + key.name(), password())))
                    : outputs;
        }

        /** What the provider has made up, where the thing keeps a password. */
        public String password() {
            return "made-up-for-" + id;
        }
    }

    synchronized Thing make(Owner owner, ResourceKey key, Value.Obj spec) {
        Thing thing = new Thing("id-" + ++made, owner, key, spec);
        things.put(thing.id(), thing);
        return thing;
    }

    public synchronized Thing change(String id, Value.Obj spec) {
        Thing before = things.get(id);
        Thing after = new Thing(id, before.owner(), before.key(), spec);
        things.put(id, after);
        return after;
    }

    public synchronized void remove(String id) {
        Thing thing = things.remove(id);
        if (thing != null) {
            removed.add(thing.key().name());
        }
    }

    synchronized Optional<Thing> byId(String id) {
        return Optional.ofNullable(things.get(id));
    }

    public synchronized Optional<Thing> byName(Owner owner, ResourceKey key) {
        return things.values().stream()
                .filter(thing -> thing.owner().equals(owner) && thing.key().equals(key))
                .findFirst();
    }

    public synchronized Collection<Thing> things() {
        return List.copyOf(things.values());
    }

    /** Keys of all things, sorted; a thing that was made twice is there twice. */
    public synchronized List<String> keys() {
        List<String> keys = new ArrayList<>();
        things.values().forEach(thing -> keys.add(thing.key().toString()));
        return keys.stream().sorted().toList();
    }

    /** Names of what was removed, in that order. */
    public synchronized List<String> removed() {
        return List.copyOf(removed);
    }

    /** How many things were ever made. */
    public synchronized int made() {
        return made;
    }
}

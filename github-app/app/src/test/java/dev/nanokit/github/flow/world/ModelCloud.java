package dev.nanokit.github.flow.world;

import dev.nanokit.engine.resource.Observed;
import dev.nanokit.engine.resource.Owner;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What exists at a made-up provider. */
public final class ModelCloud {
    private final Map<String, Thing> things = new TreeMap<>();
    private int made;

    /** One thing at the provider. */
    public record Thing(String id, Owner owner, ResourceKey key, Value.Obj spec) {
        Observed observed() {
            return new Observed(id, Optional.of(owner), spec, Value.obj(Map.of("id", Value.text(id))));
        }
    }

    synchronized Thing put(Owner owner, ResourceKey key, Value.Obj spec) {
        String name = name(owner, key);
        Thing before = things.get(name);
        Thing after = new Thing(before == null ? "id-" + ++made : before.id(), owner, key, spec);
        things.put(name, after);
        return after;
    }

    synchronized void remove(Owner owner, ResourceKey key) {
        things.remove(name(owner, key));
    }

    synchronized Optional<Thing> find(Owner owner, ResourceKey key) {
        return Optional.ofNullable(things.get(name(owner, key)));
    }

    /** Somebody sets another image. */
    public synchronized void changeByHand(Owner owner, ResourceKey key, String image) {
        Thing thing = find(owner, key).orElseThrow();
        put(owner, key, thing.spec().with("image", Value.text(image)));
    }

    /** Somebody deletes it. */
    public synchronized void removeByHand(Owner owner, ResourceKey key) {
        remove(owner, key);
    }

    /** {@code shop/production/main service/web nginx:1}, each thing that is there. */
    public synchronized List<String> contents() {
        return things.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue().spec().text("image"))
                .toList();
    }

    /** How many things were ever made. */
    public synchronized int made() {
        return made;
    }

    private static String name(Owner owner, ResourceKey key) {
        return owner.project() + "/" + owner.environment() + "/" + owner.component() + " " + key;
    }
}

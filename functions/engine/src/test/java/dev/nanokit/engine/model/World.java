package dev.nanokit.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.resource.Observed;
import dev.nanokit.engine.resource.Owner;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.value.Leaves;
import dev.nanokit.engine.value.Value;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A provider that is as strict as any real one: names are taken once, claims are held once, what depends on something
 * can't be made without it, what is used can't be deleted (but where things are claimed, some may have to go first), and
 * what can't be changed in place is not. It fails the test on a change that no provider could do, or that touches what
 * others own.
 */
public final class World {
    private final Map<ResourceKey, Thing> things = new TreeMap<>();
    private int made;
    private boolean claimed;

    public Map<ResourceKey, Observed> observe() {
        Map<ResourceKey, Observed> observed = new TreeMap<>();
        things.forEach((key, thing) -> observed.put(key, thing.observed()));
        return observed;
    }

    public Collection<Thing> things() {
        return List.copyOf(things.values());
    }

    public Optional<Thing> thing(ResourceKey key) {
        return Optional.ofNullable(things.get(key));
    }

    /** Puts something there without being asked: somebody else's, or by hand. */
    public Thing put(Optional<Owner> owner, ResourceKey key, Value.Obj spec) {
        Thing thing = new Thing("id-" + ++made, owner, key, spec, Set.of(), Set.of());
        things.put(key, thing);
        return thing;
    }

    /** Somebody changes a thing by hand. */
    public void change(Thing thing) {
        things.put(thing.key(), thing);
    }

    /** Somebody removes a thing by hand. */
    public void remove(ResourceKey key) {
        things.remove(key);
    }

    /**
     * Does a change that is to leave something there.
     *
     * @param spec resolved and revealed
     */
    Thing make(Change change, Owner owner, Resource resource, Value.Obj spec) {
        requireNothingUnknown(resource, spec);
        requireDependencies(resource);
        Thing before = things.get(resource.key());
        requireOurs(before, owner);
        if (change instanceof Change.Replace) {
            before = null;
        }
        requireFreeClaims(resource);
        claimed |= !resource.claims().isEmpty();
        requireChangeableInPlace(before, resource, spec);
        String id = before == null ? "id-" + ++made : before.id();
        Thing after = new Thing(id, Optional.of(owner), resource.key(), spec, resource.dependsOn(), resource.claims());
        things.put(resource.key(), after);
        return after;
    }

    void delete(Change.Delete change, Owner owner) {
        Thing before = things.get(change.key());
        if (before != null && before.owner().equals(Optional.of(owner))) {
            things.remove(change.key());
            requireUnused(before);
        }
    }

    private void requireUnused(Thing removed) {
        for (Thing other : things.values()) {
            assertThat(other.dependsOn().contains(removed.key()) && !claimed)
                    .as("%s is deleted while %s uses it", removed.key(), other.key())
                    .isFalse();
        }
    }

    private static void requireNothingUnknown(Resource resource, Value.Obj spec) {
        assertThat(Leaves.anyMatch(spec, leaf -> leaf instanceof Value.Unknown || leaf instanceof Value.Ref))
                .as("%s is made with everything known: %s", resource.key(), spec)
                .isFalse();
    }

    private void requireDependencies(Resource resource) {
        assertThat(things.keySet())
                .as("what %s depends on is there before it", resource.key())
                .containsAll(resource.dependsOn());
    }

    private static void requireOurs(Thing before, Owner owner) {
        if (before != null) {
            assertThat(before.owner()).as("owner of %s", before.key()).contains(owner);
        }
    }

    private void requireFreeClaims(Resource resource) {
        for (Thing other : things.values()) {
            if (!other.key().equals(resource.key())) {
                assertThat(Collections.disjoint(other.claims(), resource.claims()))
                        .as("%s is made while %s holds %s", resource, other.key(), other.claims())
                        .isTrue();
            }
        }
    }

    private static void requireChangeableInPlace(Thing before, Resource resource, Value.Obj spec) {
        if (before != null) {
            for (String field : resource.replaceOn()) {
                assertThat(spec.get(field))
                        .as("%s of %s can't be changed in place", field, resource.key())
                        .isEqualTo(before.spec().get(field));
            }
        }
    }
}

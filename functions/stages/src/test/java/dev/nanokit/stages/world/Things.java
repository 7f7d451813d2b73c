package dev.nanokit.stages.world;

import dev.nanokit.engine.resource.Management;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.resource.Section;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.value.Value;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Builds desired resources of the made-up provider. */
public final class Things {
    private Things() {}

    public static ResourceKey key(String name) {
        return new ResourceKey("thing", name);
    }

    /** A thing whose {@code colour} may change in place and whose {@code shape} may not. */
    public static Resource thing(String name, String colour, String... dependsOn) {
        return thing(name, colour, "round", false, dependsOn);
    }

    public static Resource shaped(String name, String shape, String... dependsOn) {
        return thing(name, "red", shape, false, dependsOn);
    }

    /** A thing that holds data. */
    public static Resource store(String name, String... dependsOn) {
        return thing(name, "red", "round", true, dependsOn);
    }

    /** A thing that makes up a password, which is an output of it. */
    public static Resource keeper(String name) {
        Resource thing = thing(name, "red");
        return thing.withSpec(thing.spec().with("keeps", Value.text("password")));
    }

    /** A thing that is given the password of another. */
    public static Resource user(String name, String colour, String keeper) {
        Resource thing = thing(name, colour, keeper);
        return thing.withSpec(thing.spec().with("login", Value.ref(key(keeper), "password")));
    }

    /** Infrastructure that other components may use. */
    public static Resource infrastructure(String name) {
        return in(Section.INFRASTRUCTURE, Management.MANAGED, thing(name, "red"));
    }

    /** Infrastructure that another component has made. */
    public static Resource shared(String name) {
        return in(Section.INFRASTRUCTURE, Management.SHARED, thing(name, "red"));
    }

    private static Resource in(Section section, Management management, Resource thing) {
        return new Resource(
                thing.key(),
                section,
                management,
                thing.spec(),
                thing.dependsOn(),
                thing.updateAfter(),
                thing.holdsData(),
                thing.replaceOn(),
                thing.claims(),
                thing.place());
    }

    private static Resource thing(String name, String colour, String shape, boolean holdsData, String... dependsOn) {
        Set<ResourceKey> dependencies = new TreeSet<>();
        Arrays.stream(dependsOn).map(Things::key).forEach(dependencies::add);
        Value.Obj spec = Value.obj(Map.of("colour", Value.text(colour), "shape", Value.text(shape)));
        for (ResourceKey dependency : dependencies) {
            spec = spec.with("near-" + dependency.name(), Value.ref(dependency, "address"));
        }
        return new Resource(
                key(name),
                holdsData ? Section.DATABASES : Section.SERVICES,
                Management.MANAGED,
                spec,
                dependencies,
                Set.of(),
                holdsData,
                Set.of("shape"),
                Set.of(),
                new Place("nanokit.yml", 1, 1));
    }
}

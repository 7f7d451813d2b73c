package dev.nanokit.provider.aws.compile;

import dev.nanokit.engine.config.Environment;
import dev.nanokit.engine.resource.Management;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.resource.Section;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.engine.value.Leaves;
import dev.nanokit.engine.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One compilation under way: what it is made from, and the problems met so far. */
record Scope(Environment environment, List<Problem> problems) {
    static Scope of(Environment environment) {
        return new Scope(environment, new ArrayList<>());
    }

    Place place(String... path) {
        return environment.places().of(path);
    }

    void error(Place place, String what, String why, String fix) {
        problems.add(Problem.error(place, what, why, fix));
    }

    void warn(Place place, String what, String why, String fix) {
        problems.add(Problem.warning(place, what, why, fix));
    }

    /** The name at AWS of what has this name in the file: {@code shop-production-api}. */
    String nameAtAws(String name) {
        return environment.project() + "-" + environment.name() + "-" + name;
    }

    /** Like {@link #nameAtAws}, for what each component of an environment has one of. */
    String nameOfOwn(String name) {
        return nameAtAws(ownName(name));
    }

    /** A name in a key for what each component of an environment has one of: {@code main} has it bare. */
    String ownName(String name) {
        return environment.component().equals("main") ? name : environment.component() + "-" + name;
    }

    /** A thing of this component's services; depends on everything that its spec refers to, and on what is named. */
    static Resource service(
            ResourceKey key, Value.Obj spec, Set<ResourceKey> dependsOn, Set<String> replaceOn, Place place) {
        Set<ResourceKey> all = new HashSet<>(dependsOn);
        Leaves.forEach(spec, leaf -> {
            if (leaf instanceof Value.Ref ref) {
                all.add(ref.resource());
            }
        });
        return resource(key, Section.SERVICES, Management.MANAGED, spec, all, replaceOn, place);
    }

    /** Infrastructure, which with {@code infra.shared} belongs to another component. */
    Resource infrastructure(
            ResourceKey key, Value.Obj spec, Set<ResourceKey> dependsOn, Set<String> replaceOn, Place place) {
        Management management = environment.infra().shared() ? Management.SHARED : Management.MANAGED;
        return resource(key, Section.INFRASTRUCTURE, management, spec, dependsOn, replaceOn, place);
    }

    static Set<ResourceKey> union(Set<ResourceKey> some, Set<ResourceKey> others) {
        Set<ResourceKey> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    static Resource resource(
            ResourceKey key,
            Section section,
            Management management,
            Value.Obj spec,
            Set<ResourceKey> dependsOn,
            Set<String> replaceOn,
            Place place) {
        return new Resource(key, section, management, spec, dependsOn, Set.of(), false, replaceOn, Set.of(), place);
    }
}

package dev.nanokit.engine.model;

import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.value.Secret;
import dev.nanokit.engine.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Random desired sets that are valid: unique keys and claims, no cycles, references only to what is depended on. Few
 * names and few values, so that two sets in a row have much in common.
 */
public final class DesiredSets {
    /** What every secret in a generated spec contains, and nothing else does. */
    public static final String SECRET_MARK = "s3cr3t";

    private DesiredSets() {}

    /**
     * How one resource is to look, in small numbers that shrink well.
     *
     * @param earlier bits that choose dependencies among the resources before it in the list
     * @param use how the spec uses the first dependency: 0 not, 1 its id, 2 its address, 3 its password in a template
     * @param env 0 none, 1 and 2 plain, 3 and 4 secret
     * @param claim 0 none, else which
     */
    public record Draft(
            String type, String name, int image, int range, int earlier, int use, int env, int claim, boolean twin) {}

    /** @param claims whether resources claim what only one can have */
    public static Arbitrary<List<Resource>> any(boolean claims) {
        return drafts(claims).list().ofMaxSize(7).map(DesiredSets::assemble);
    }

    /** The same set, with all that only one can have given up. */
    public static List<Resource> withoutClaims(List<Resource> desired) {
        return desired.stream()
                .map(resource -> new Resource(
                        resource.key(),
                        resource.section(),
                        resource.management(),
                        resource.spec().without("port"),
                        resource.dependsOn(),
                        resource.updateAfter(),
                        resource.holdsData(),
                        resource.replaceOn(),
                        Set.of(),
                        resource.place()))
                .toList();
    }

    private static Arbitrary<Draft> drafts(boolean claims) {
        return Combinators.combine(
                        Arbitraries.of("network", "volume", "database", "container"),
                        Arbitraries.of("a", "b", "c"),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(1, 2),
                        Arbitraries.integers().between(0, 63),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, claims ? 3 : 0))
                .flatAs((type, name, image, range, earlier, use, env, claim) -> Arbitraries.of(true, false)
                        .map(twin -> new Draft(type, name, image, range, earlier, use, env, claim, twin)));
    }

    private static List<Resource> assemble(List<Draft> drafts) {
        Map<ResourceKey, Resource> resources = new LinkedHashMap<>();
        Set<Integer> claimed = new HashSet<>(Set.of(0));
        for (Draft draft : drafts) {
            ResourceKey key = new ResourceKey(draft.type(), draft.name());
            if (!resources.containsKey(key)) {
                boolean claims = claimed.add(draft.claim());
                resources.put(key, resource(key, draft, claims, new ArrayList<>(resources.keySet())));
            }
        }
        return new ArrayList<>(resources.values());
    }

    private static Resource resource(ResourceKey key, Draft draft, boolean claims, List<ResourceKey> earlier) {
        Resources resource = Resources.a(key)
                .with("image", "image:" + draft.image())
                .with("range", Value.num(draft.range()))
                .with(Thing.WRITE_ONLY, Value.num(draft.image()))
                .replacedOn("range");
        List<ResourceKey> dependencies = new ArrayList<>();
        for (int i = 0; i < earlier.size(); i++) {
            if ((draft.earlier() & (1 << i)) != 0) {
                dependencies.add(earlier.get(i));
            }
        }
        dependencies.forEach(resource::after);
        resource.with("env", Value.obj(env(draft, dependencies)));
        if (claims) {
            resource.claiming("host-port/" + draft.claim());
            resource.with("port", Value.num(draft.claim()));
        }
        if (draft.twin() && !earlier.isEmpty()) {
            resource.updatedAfter(earlier.getLast().toString());
        }
        if (draft.type().equals("volume") || draft.type().equals("database")) {
            resource.holdingData();
        }
        return resource.build();
    }

    private static Map<String, Value> env(Draft draft, List<ResourceKey> dependencies) {
        Map<String, Value> env = new TreeMap<>();
        switch (draft.env()) {
            case 1, 2 -> env.put("LOG", Value.text("level-" + draft.env()));
            case 3, 4 -> env.put("TOKEN", Value.hidden(Secret.revealed("env:TOKEN", SECRET_MARK + draft.env())));
            default -> {}
        }
        if (!dependencies.isEmpty()) {
            ResourceKey used = dependencies.getFirst();
            switch (draft.use()) {
                case 1 -> env.put("ID", Value.ref(used, "id"));
                case 2 -> env.put("URL", Value.template(Value.text("tcp://"), Value.ref(used, "address")));
                case 3 ->
                    env.put(
                            "DSN",
                            Value.template(Value.text("db://:"), Value.ref(used, "password"), Value.text("@db")));
                default -> {}
            }
        }
        return env;
    }
}

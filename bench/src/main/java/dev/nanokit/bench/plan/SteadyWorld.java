package dev.nanokit.bench.plan;

import dev.nanokit.engine.resource.Management;
import dev.nanokit.engine.resource.Observed;
import dev.nanokit.engine.resource.Owner;
import dev.nanokit.engine.resource.Phase;
import dev.nanokit.engine.resource.RecordedResource;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.resource.Section;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One network and many containers on it, of a dozen fields each: what is desired, remembered and there is the same. */
final class SteadyWorld {
    private static final ResourceKey NETWORK = new ResourceKey("network", "default");

    private final List<Resource> resources;

    /** @param size how many resources, the network among them */
    SteadyWorld(int size) {
        List<Resource> all = new ArrayList<>(List.of(network()));
        for (int number = 1; number < size; number++) {
            all.add(container(number));
        }
        this.resources = List.copyOf(all);
    }

    List<Resource> resources() {
        return resources;
    }

    /** What state remembers once all of it has been applied. */
    List<RecordedResource> recorded(Owner owner) {
        return resources.stream()
                .map(resource -> new RecordedResource(
                        resource.key(),
                        owner.component(),
                        resource.section(),
                        Phase.READY,
                        Optional.of(providerId(resource.key())),
                        applied(resource),
                        outputs(resource.key()),
                        resource.dependsOn(),
                        resource.holdsData(),
                        resource.claims(),
                        "token-" + resource.key(),
                        1))
                .toList();
    }

    /** What the provider says of all of it. */
    Map<ResourceKey, Observed> observed(Owner owner) {
        return resources.stream().collect(Collectors.toMap(Resource::key, resource -> observed(resource, owner)));
    }

    static Observed observed(Resource resource, Owner owner) {
        return new Observed(providerId(resource.key()), Optional.of(owner), applied(resource), outputs(resource.key()));
    }

    static String providerId(ResourceKey key) {
        return "id-" + key.name();
    }

    static Value.Obj outputs(ResourceKey key) {
        return Value.obj(Map.of("id", Value.text(providerId(key))));
    }

    /** The spec with its references answered. */
    private static Value.Obj applied(Resource resource) {
        return resource.key().equals(NETWORK)
                ? resource.spec()
                : resource.spec().with("network", Value.text(providerId(NETWORK)));
    }

    private static Resource network() {
        return resource(
                NETWORK,
                Section.INFRASTRUCTURE,
                Value.obj(Map.of("driver", Value.text("bridge"), "cidr", Value.text("10.20.0.0/16"))),
                Set.of());
    }

    private static Resource container(int number) {
        String name = "service-" + number;
        Value.Obj spec = Value.obj(Map.of(
                "image", Value.text("shop:1.4.2"),
                "network", Value.ref(NETWORK, "id"),
                "command", Value.texts(List.of("serve", "--port", "8080")),
                "env",
                        Value.obj(Map.of(
                                "NANOKIT_SERVICE", Value.text(name),
                                "NANOKIT_PROJECT", Value.text("shop"),
                                "LOG_LEVEL", Value.text("info"),
                                "DATABASE_URL", Value.text("postgres://orders:5432/orders"))),
                "expose", Value.num(8080),
                "cpu", Value.num(1),
                "memory", Value.num(512L << 20),
                "hostname", Value.text(name)));
        return resource(new ResourceKey("container", name), Section.SERVICES, spec, Set.of(NETWORK));
    }

    private static Resource resource(ResourceKey key, Section section, Value.Obj spec, Set<ResourceKey> dependsOn) {
        return new Resource(
                key,
                section,
                Management.MANAGED,
                spec,
                dependsOn,
                Set.of(),
                false,
                Set.of("image"),
                Set.of(),
                new Place("nanokit.yml", 1, 1));
    }

    /** The resources by their keys. */
    Map<ResourceKey, Resource> byKey() {
        return resources.stream().collect(Collectors.toMap(Resource::key, Function.identity()));
    }
}

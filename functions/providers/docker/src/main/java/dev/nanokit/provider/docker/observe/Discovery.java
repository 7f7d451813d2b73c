package dev.nanokit.provider.docker.observe;

import dev.nanokit.engine.resource.Observed;
import dev.nanokit.engine.resource.Owner;
import dev.nanokit.engine.resource.RecordedResource;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.Parallel;
import dev.nanokit.provider.docker.compile.Kinds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds resources on the engine, by their labels, and reads them in the shape of their specs. */
public final class Discovery {
    private final Owner owner;
    private final EngineView view;
    private final ContainerObserver containers;

    public Discovery(EngineView view, Owner owner, Path baseFolder) {
        this.owner = owner;
        this.view = view;
        this.containers = new ContainerObserver(view, owner, baseFolder);
    }

    public Map<ResourceKey, Observed> all(List<RecordedResource> recorded, List<Resource> unrecorded) {
        List<Wanted> wanted = new ArrayList<>();
        recorded.forEach(resource -> wanted.add(new Wanted(resource.key(), resource.spec())));
        unrecorded.forEach(resource -> wanted.add(new Wanted(resource.key(), resource.spec())));
        List<Optional<Observed>> found = Parallel.map(wanted, each -> one(each.key(), each.expected()));
        Map<ResourceKey, Observed> observed = new TreeMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            ResourceKey key = wanted.get(i).key();
            found.get(i).ifPresent(seen -> observed.put(key, seen));
        }
        return observed;
    }

    /** @param expected the spec that is recorded or desired */
    public Optional<Observed> one(ResourceKey key, Value.Obj expected) {
        return switch (key.type()) {
            case Kinds.NETWORK -> new NetworkObserver(view, owner).observe(key, expected);
            case Kinds.VOLUME -> new VolumeObserver(view, owner).observe(key, expected);
            case Kinds.IMAGE -> new ImageObserver(view, owner).observe(key, expected);
            case Kinds.CONTAINER -> containers.observe(key, expected);
            default -> throw new IllegalArgumentException(key + " is no kind of thing that docker has");
        };
    }

    static Stream<String> textOf(Value value) {
        return value instanceof Value.Text(String text) ? Stream.of(text) : Stream.empty();
    }

    private record Wanted(ResourceKey key, Value.Obj expected) {}
}

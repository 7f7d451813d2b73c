package dev.nanokit.provider.docker.observe;

import dev.nanokit.engine.resource.Owner;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.provider.Parallel;
import dev.nanokit.provider.docker.Labels;
import dev.nanokit.provider.docker.engine.EngineClient;
import dev.nanokit.provider.docker.engine.ImageReference;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What there is on an engine at one moment. Each list and each thing is read once. */
public final class EngineView {
    private final EngineClient engine;
    private final Once<List<JsonNode>> containers;
    private final Once<List<JsonNode>> networks;
    private final Once<List<JsonNode>> volumes;
    private final Once<List<JsonNode>> images;
    private final Map<String, Optional<JsonNode>> details = new ConcurrentHashMap<>();

    private EngineView(EngineClient engine) {
        this.engine = engine;
        this.containers = new Once<>(() -> items(engine.get("/containers/json?all=true", "listing containers")));
        this.networks = new Once<>(() -> items(engine.get("/networks", "listing networks")));
        this.volumes =
                new Once<>(() -> items(engine.get("/volumes", "listing volumes").path("Volumes")));
        this.images = new Once<>(() -> items(engine.get("/images/json", "listing images")));
    }

    /** All four lists, asked for at once. */
    public static EngineView whole(EngineClient engine) {
        EngineView view = new EngineView(engine);
        Parallel.map(List.of(view.containers, view.networks, view.volumes, view.images), Once::get);
        return view;
    }

    /** Each list once it is needed. */
    public static EngineView asNeeded(EngineClient engine) {
        return new EngineView(engine);
    }

    /** Every container, stopped ones too, as the list tells it. */
    public List<JsonNode> containers() {
        return containers.get();
    }

    public List<JsonNode> networks() {
        return networks.get();
    }

    /** All that carries the labels of this resource of this owner. */
    List<JsonNode> containers(Owner owner, ResourceKey key) {
        return labelled(containers.get(), owner, key);
    }

    List<JsonNode> networks(Owner owner, ResourceKey key) {
        return labelled(networks.get(), owner, key);
    }

    List<JsonNode> volumes(Owner owner, ResourceKey key) {
        return labelled(volumes.get(), owner, key);
    }

    List<JsonNode> images(Owner owner, ResourceKey key) {
        return labelled(images.get(), owner, key);
    }

    Optional<JsonNode> containerNamed(String name) {
        return containers.get().stream()
                .filter(container -> Json.texts(container.path("Names")).contains("/" + name))
                .findFirst();
    }

    Optional<JsonNode> volumeNamed(String name) {
        return volumes.get().stream()
                .filter(volume -> volume.path("Name").asString("").equals(name))
                .findFirst();
    }

    /** The id of the local image to which this reference leads now. */
    public Optional<String> imageId(String reference) {
        String tagged = ImageReference.withTag(reference);
        return images.get().stream()
                .filter(image -> Json.texts(image.path("RepoTags")).contains(tagged)
                        || Json.texts(image.path("RepoDigests")).contains(reference)
                        || image.path("Id").asString("").equals(reference))
                .map(image -> image.path("Id").asString())
                .findFirst();
    }

    Set<String> networkIds() {
        Set<String> ids = new HashSet<>();
        networks.get().forEach(network -> ids.add(network.path("Id").asString()));
        return ids;
    }

    /** All there is to know of one container; empty where it has gone since the list was made. */
    Optional<JsonNode> container(String id) {
        return detail("/containers/" + id + "/json", "reading container " + id);
    }

    Optional<JsonNode> image(String id) {
        return detail("/images/" + id + "/json", "reading image " + id);
    }

    EngineClient engine() {
        return engine;
    }

    private Optional<JsonNode> detail(String path, String doing) {
        return details.computeIfAbsent(path, wanted -> engine.find(wanted, doing));
    }

    private static List<JsonNode> labelled(List<JsonNode> things, Owner owner, ResourceKey key) {
        return things.stream()
                .filter(thing -> {
                    Map<String, String> labels = Json.labels(thing);
                    return Labels.owner(labels).filter(owner::equals).isPresent()
                            && key.toString().equals(labels.get(Labels.RESOURCE));
                })
                .toList();
    }

    private static List<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }
}

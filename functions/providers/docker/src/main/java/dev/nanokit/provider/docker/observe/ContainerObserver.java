package dev.nanokit.provider.docker.observe;

import dev.nanokit.engine.resource.Observed;
import dev.nanokit.engine.resource.Owner;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.docker.Labels;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads containers back, with what an update that was interrupted has left of them. */
final class ContainerObserver {
    private final EngineView view;
    private final Owner owner;
    private final ContainerReader reader;

    ContainerObserver(EngineView view, Owner owner, Path baseFolder) {
        this.view = view;
        this.owner = owner;
        this.reader = new ContainerReader(view, baseFolder);
    }

    Optional<Observed> observe(ResourceKey key, Value.Obj expected) {
        List<JsonNode> ours = view.containers(owner, key);
        String name = Discovery.textOf(expected.get("name")).findFirst().orElse("");
        return ours.stream()
                .filter(container -> Json.texts(container.path("Names")).contains("/" + name))
                .findFirst()
                .or(() -> view.containerNamed(name))
                .or(() -> ours.stream().findFirst())
                .flatMap(container -> view.container(container.path("Id").asString()))
                .map(container -> observed(container, name, ours.size(), expected));
    }

    private Observed observed(JsonNode container, String expectedName, int ours, Value.Obj expected) {
        Map<String, String> labels = Json.labels(container);
        Value.Obj spec = reader.read(container, expected);
        String name = container.path("Name").asString("").replaceFirst("^/", "");
        if (ours > 1 || !name.equals(expectedName)) {
            spec = spec.with("state", Value.text("left by an update that was interrupted"));
        }
        return new Observed(
                container.path("Id").asString(),
                Labels.owner(labels),
                spec,
                Value.obj(Map.of("name", Value.text(name))));
    }
}

package dev.nanokit.provider.docker.observe;

import dev.nanokit.engine.resource.Observed;
import dev.nanokit.engine.resource.Owner;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.docker.Labels;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads volumes back. */
record VolumeObserver(EngineView view, Owner owner) {
    Optional<Observed> observe(ResourceKey key, Value.Obj expected) {
        return view.volumes(owner, key).stream()
                .findFirst()
                .or(() -> Discovery.textOf(expected.get("name")).findFirst().flatMap(view::volumeNamed))
                .map(VolumeObserver::observed);
    }

    private static Observed observed(JsonNode volume) {
        String name = volume.path("Name").asString();
        Map<String, String> labels = Json.labels(volume);
        return new Observed(
                name,
                Labels.owner(labels),
                Value.obj(Map.of("name", Value.text(name))),
                VolumeOutputs.of(name, labels));
    }
}

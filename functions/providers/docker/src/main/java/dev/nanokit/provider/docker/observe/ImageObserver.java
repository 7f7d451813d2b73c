package dev.nanokit.provider.docker.observe;

import dev.nanokit.engine.resource.Observed;
import dev.nanokit.engine.resource.Owner;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.docker.Labels;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads built images back: the one with the expected tag, else the newest that was built for this service. */
record ImageObserver(EngineView view, Owner owner) {
    Optional<Observed> observe(ResourceKey key, Value.Obj expected) {
        List<JsonNode> built = view.images(owner, key);
        String tag = Discovery.textOf(expected.get("tag")).findFirst().orElse("");
        return built.stream()
                .filter(image -> Json.texts(image.path("RepoTags")).contains(tag))
                .findFirst()
                .or(() -> built.stream()
                        .max(Comparator.comparingLong(
                                image -> image.path("Created").asLong(0))))
                .map(image -> observed(image, tag));
    }

    private static Observed observed(JsonNode image, String wanted) {
        List<String> tags = Json.texts(image.path("RepoTags"));
        String tag = tags.contains(wanted) ? wanted : tags.stream().findFirst().orElse("none");
        String id = image.path("Id").asString();
        return new Observed(
                id,
                Labels.owner(Json.labels(image)),
                Value.obj(Map.of("tag", Value.text(tag))),
                Value.obj(Map.of("id", Value.text(id))));
    }
}

package dev.nanokit.provider.docker.observe;

import dev.nanokit.engine.resource.Observed;
import dev.nanokit.engine.resource.Owner;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.docker.Labels;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Reads networks back. */
record NetworkObserver(EngineView view, Owner owner) {
    /** The network of this key in this project and environment, whichever component's it is. */
    Optional<Observed> observe(ResourceKey key, Value.Obj expected) {
        return view.networks(owner, key).stream()
                .findFirst()
                .or(() -> ofAnotherComponent(key))
                .map(network -> observed(network, expected));
    }

    private Optional<JsonNode> ofAnotherComponent(ResourceKey key) {
        return view.networks().stream()
                .filter(network -> {
                    Map<String, String> labels = Json.labels(network);
                    return key.toString().equals(labels.get(Labels.RESOURCE))
                            && owner.project().equals(labels.get(Labels.PROJECT))
                            && owner.environment().equals(labels.get(Labels.ENVIRONMENT));
                })
                .findFirst();
    }

    private static Observed observed(JsonNode network, Value.Obj expected) {
        String id = network.path("Id").asString();
        Map<String, Value> spec = new TreeMap<>();
        if (!(expected.get("cidr") instanceof Value.Null)) {
            spec.put(
                    "cidr",
                    Value.text(network.path("IPAM")
                            .path("Config")
                            .path(0)
                            .path("Subnet")
                            .asString("")));
        }
        spec.put("internal", network.path("Internal").asBoolean(false) ? Value.bool(true) : Value.NULL);
        Value.Obj outputs = Value.obj(Map.of(
                "id", Value.text(id), "name", Value.text(network.path("Name").asString())));
        return new Observed(id, Labels.owner(Json.labels(network)), Value.obj(spec), outputs);
    }
}

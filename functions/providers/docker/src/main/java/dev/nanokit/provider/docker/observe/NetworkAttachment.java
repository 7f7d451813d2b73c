package dev.nanokit.provider.docker.observe;

import dev.nanokit.engine.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads on which network a container is, and under which names. */
record NetworkAttachment(EngineView view) {
    private static final String NONE = "none";

    /** The fields {@code network} and {@code aliases}. */
    Map<String, Value> read(JsonNode container, Value.Obj expected) {
        Map<String, JsonNode> byId = attachments(container);
        String wanted = expected.get("network") instanceof Value.Text(String id) ? id : "";
        String network = byId.containsKey(wanted)
                ? wanted
                : byId.keySet().stream().findFirst().orElse(NONE);
        Map<String, Value> fields = new TreeMap<>();
        fields.put("network", Value.text(network));
        fields.put("aliases", aliases(container, byId.get(network), expected));
        return fields;
    }

    /** The networks that it is on and that are still there, by their ids. */
    private Map<String, JsonNode> attachments(JsonNode container) {
        Set<String> existing = view.networkIds();
        Map<String, JsonNode> byId = new TreeMap<>();
        container.path("NetworkSettings").path("Networks").properties().forEach(network -> {
            String id = network.getValue().path("NetworkID").asString("");
            String known = id.isEmpty() ? idOfNotYetStarted(container, network.getKey()) : id;
            if (existing.contains(known)) {
                byId.put(known, network.getValue());
            }
        });
        return byId;
    }

    /** Until a container starts, the engine keeps the network's name or what it was asked for only. */
    private String idOfNotYetStarted(JsonNode container, String name) {
        String mode = container.path("HostConfig").path("NetworkMode").asString("");
        return view.networks().stream()
                .filter(network -> network.path("Name").asString("").equals(name))
                .map(network -> network.path("Id").asString())
                .sorted((first, second) -> Boolean.compare(second.equals(mode), first.equals(mode)))
                .findFirst()
                .orElse("");
    }

    private static Value aliases(JsonNode container, JsonNode attachment, Value.Obj expected) {
        if (attachment == null) {
            return Value.NULL;
        }
        String id = container.path("Id").asString("");
        List<String> actual = Json.texts(attachment.path("Aliases")).stream()
                .filter(alias -> !id.startsWith(alias))
                .toList();
        List<String> wanted = expected.get("aliases") instanceof Value.Seq(List<Value> items)
                ? items.stream().map(item -> ((Value.Text) item).value()).toList()
                : List.of();
        Stream<String> inTheSpecsOrder = wanted.stream().filter(actual::contains);
        Stream<String> others = new TreeSet<>(actual).stream().filter(alias -> !wanted.contains(alias));
        return Value.texts(Stream.concat(inTheSpecsOrder, others).toList());
    }
}

package dev.nanokit.provider.docker.observe;

import dev.nanokit.engine.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Reads the engine's JSON, where anything may be null. */
final class Json {
    private Json() {}

    static Map<String, String> labels(JsonNode thing) {
        JsonNode labels = thing.has("Config") ? thing.path("Config").path("Labels") : thing.path("Labels");
        Map<String, String> byName = new TreeMap<>();
        labels.properties()
                .forEach(label -> byName.put(label.getKey(), label.getValue().asString("")));
        return byName;
    }

    static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asString("")));
        return texts;
    }

    static Value textsOrNull(List<String> texts) {
        return texts.isEmpty() ? Value.NULL : Value.texts(texts);
    }
}

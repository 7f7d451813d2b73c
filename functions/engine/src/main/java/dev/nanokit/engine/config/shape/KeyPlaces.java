package dev.nanokit.engine.config.shape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Under which blocks each key of the vocabulary may stand. Made when the first unknown key is met. */
final class KeyPlaces {
    private static final String TOP_LEVEL = "the top level";
    private static final Map<String, List<String>> PLACES = new LinkedHashMap<>();

    static {
        collect(Vocabulary.FILE, "");
    }

    private KeyPlaces() {}

    static List<String> of(String key) {
        return PLACES.getOrDefault(key, List.of());
    }

    static Set<String> keys() {
        return PLACES.keySet();
    }

    private static void collect(Shape shape, String path) {
        switch (shape) {
            case Fields fields ->
                fields.fields().forEach((key, field) -> {
                    PLACES.computeIfAbsent(key, any -> new ArrayList<>()).add(path.isEmpty() ? TOP_LEVEL : path);
                    collect(field.shape(), path.isEmpty() ? key : path + "." + key);
                });
            case Shape.Named named -> collect(named.value(), path + ".<name>");
            case Shape.Items items -> collect(items.item(), path + "[]");
            case Shape.Either either -> collect(either.second(), path);
            case Shape.Partial partial -> {}
            case Shape.Wrapped wrapped -> collect(wrapped.inner(), path);
            case Shape.Simple simple -> {}
        }
    }
}

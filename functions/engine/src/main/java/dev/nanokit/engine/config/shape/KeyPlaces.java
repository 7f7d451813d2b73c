package dev.nanokit.engine.config.shape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Under which blocks each key of the vocabulary may stand. Made when the first unknown key is met. */
final class KeyPlaces {
    private static final String TOP_LEVEL = "the top level";
    private static final String ANY_NAME = ".<name>";
    private static final Map<String, List<String>> PLACES = new LinkedHashMap<>();

    static {
        collect(Vocabulary.FILE, "");
    }

    private KeyPlaces() {}

    /** Where the key may stand, as after "It belongs": the least deep places, two at most. */
    static Optional<String> of(String key) {
        List<String> places = PLACES.getOrDefault(key, List.of());
        int least = places.stream().mapToInt(KeyPlaces::depth).min().orElse(0);
        return places.stream()
                .filter(place -> depth(place) == least)
                .limit(2)
                .map(place -> place.equals(TOP_LEVEL) ? "at " + place : "under " + place)
                .reduce((one, other) -> one + " or " + other);
    }

    private static int depth(String place) {
        return place.equals(TOP_LEVEL)
                ? -1
                : (int) place.replace(ANY_NAME, "")
                        .chars()
                        .filter(c -> c == '.')
                        .count();
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
            case Shape.Named named -> collect(named.value(), path + ANY_NAME);
            case Shape.Items items -> collect(items.item(), path + "[]");
            case Shape.Either either -> collect(either.second(), path);
            case Shape.Partial partial -> {}
            case Shape.Wrapped wrapped -> collect(wrapped.inner(), path);
            case Shape.Simple simple -> {}
        }
    }
}

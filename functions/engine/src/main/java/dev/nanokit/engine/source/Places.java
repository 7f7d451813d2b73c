package dev.nanokit.engine.source;

import java.util.Map;

/**
 * Finds the place of a value by its path, so that whoever meets a bad value later can point at it.
 *
 * @param byPath place of each value, by its keys and indexes joined with {@code /}: {@code services/web/port}
 * @param root the place to name for what stands nowhere in the file
 */
public record Places(Map<String, Place> byPath, Place root) {
    public Places {
        byPath = Map.copyOf(byPath);
    }

    /** The place of the value at this path, or of the nearest enclosing value that stands in the file. */
    public Place of(String... path) {
        for (int length = path.length; length > 0; length--) {
            Place place =
                    byPath.get(String.join("/", java.util.Arrays.asList(path).subList(0, length)));
            if (place != null) {
                return place;
            }
        }
        return root;
    }
}

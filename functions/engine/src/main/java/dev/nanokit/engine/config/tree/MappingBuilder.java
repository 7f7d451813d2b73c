package dev.nanokit.engine.config.tree;

import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.source.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers the keys of one mapping; refuses a key given twice, and fills in what merge keys ({@code <<}) bring. */
final class MappingBuilder {
    private static final String MERGE_KEY = "<<";

    private final Place place;
    private final Problems problems;
    private final Map<String, Node.Entry> entries = new LinkedHashMap<>();
    private final List<Node.Mapping> inherited = new ArrayList<>();
    private Place mergedAt;

    MappingBuilder(Place place, Problems problems) {
        this.place = place;
        this.problems = problems;
    }

    /** @param plain whether the key is written without quotes, so that {@code <<} is a merge key */
    void put(Node key, Place keyPlace, boolean plain, Node value) {
        switch (key) {
            case Node.Scalar scalar when plain && scalar.text().equals(MERGE_KEY) -> merge(keyPlace, value);
            case Node.Scalar scalar -> putKey(scalar.text(), keyPlace, value);
            case Node.Opaque opaque -> {}
            default ->
                problems.error(
                        keyPlace,
                        "a list or a block can't be a key",
                        "Keys are plain names.",
                        "Write a name before the colon; quote it if it begins with a bracket.");
        }
    }

    Node.Mapping build() {
        for (Node.Mapping from : inherited) {
            from.entries().forEach(entries::putIfAbsent);
        }
        return new Node.Mapping(place, entries);
    }

    private void putKey(String name, Place keyPlace, Node value) {
        Node.Entry first = entries.putIfAbsent(name, new Node.Entry(keyPlace, value));
        if (first != null) {
            twice(name, keyPlace, first.key());
        }
    }

    private void merge(Place keyPlace, Node value) {
        if (mergedAt != null) {
            twice(MERGE_KEY, keyPlace, mergedAt);
        }
        mergedAt = keyPlace;
        List<Node> sources = value instanceof Node.Sequence list ? list.items() : List.of(value);
        for (Node source : sources) {
            switch (source) {
                case Node.Mapping mapping -> inherited.add(mapping);
                case Node.Opaque opaque -> {}
                default ->
                    problems.error(
                            keyPlace,
                            "the merge key << needs a block of keys",
                            "It copies the keys of an anchored block, or of a list of such blocks.",
                            "Write <<: *name, where &name marks a block.");
            }
        }
    }

    private void twice(String name, Place second, Place first) {
        problems.error(
                second,
                "the key " + name + " stands here a second time",
                "It stands in line " + first.line() + " already; YAML allows a key once in a block.",
                "Remove one of the two, or merge them.");
    }
}

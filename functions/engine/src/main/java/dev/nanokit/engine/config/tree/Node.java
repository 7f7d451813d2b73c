package dev.nanokit.engine.config.tree;

import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.source.Problem;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of the file, with its place. Immutable. */
public sealed interface Node {
    Place place();

    /**
     * Text, number, boolean or nothing.
     *
     * @param text as it is written, quotes taken off
     * @param origin the text with references that this one was expanded from, which is shown in its place: what a
     *     variable holds may be secret
     */
    record Scalar(Place place, String text, ScalarKind kind, Optional<String> origin) implements Node {
        public Scalar(Place place, String text, ScalarKind kind) {
            this(place, text, kind, Optional.empty());
        }

        public boolean isNull() {
            return kind == ScalarKind.NULL;
        }
    }

    record Sequence(Place place, List<Node> items) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** Keys in the order of the file. */
    record Mapping(Place place, Map<String, Entry> entries) implements Node {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        public Optional<Node> get(String key) {
            return Optional.ofNullable(entries.get(key)).map(Entry::value);
        }
    }

    /** @param key where the key stands */
    record Entry(Place key, Node value) {
        /** Where to point at the whole: a scalar itself, or the key above a block. */
        public Place place() {
            return value instanceof Scalar ? value.place() : key;
        }
    }

    /**
     * A value that is there and cannot be looked into: it is not what it should be, or its variables are not known yet.
     *
     * @param problem why, where something is wrong with it
     */
    record Opaque(Place place, Optional<Problem> problem) implements Node {}
}

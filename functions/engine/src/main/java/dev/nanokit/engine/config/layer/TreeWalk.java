package dev.nanokit.engine.config.layer;

import dev.nanokit.engine.config.tree.Node;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.source.Places;
import dev.nanokit.engine.source.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks at every value of a merged tree. */
public final class TreeWalk {
    private final Map<String, Place> places = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Node.Mapping root;

    private TreeWalk(Node.Mapping root) {
        this.root = root;
    }

    public static TreeWalk over(Node.Mapping root) {
        TreeWalk walk = new TreeWalk(root);
        walk.mapping(root, "");
        return walk;
    }

    /** Where each value stands. */
    public Places places() {
        return new Places(places, root.place());
    }

    /** What is wrong with values that can't be looked into. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    private void mapping(Node.Mapping mapping, String prefix) {
        mapping.entries().forEach((key, entry) -> {
            places.put(prefix + key, entry.place());
            value(entry.value(), prefix + key);
        });
    }

    private void value(Node node, String path) {
        switch (node) {
            case Node.Mapping mapping -> mapping(mapping, path + "/");
            case Node.Sequence sequence -> {
                for (int i = 0; i < sequence.items().size(); i++) {
                    Node item = sequence.items().get(i);
                    places.put(path + "/" + i, item.place());
                    value(item, path + "/" + i);
                }
            }
            case Node.Opaque opaque -> opaque.problem().ifPresent(problems::add);
            case Node.Scalar scalar -> {}
        }
    }
}

package dev.nanokit.webhook.trigger;

import java.util.HashMap;
import java.util.Map;

/** Which fields of a payload are wanted: a tree of their names. */
final class FieldTree {
    private final String path;
    private final Map<String, FieldTree> children = new HashMap<>();
    private boolean wanted;

    private FieldTree(String path) {
        this.path = path;
    }

    /** @param paths names with dots between them; a path leads through arrays to each of their elements */
    static FieldTree of(String... paths) {
        FieldTree root = new FieldTree("");
        for (String path : paths) {
            FieldTree node = root;
            for (String name : path.split("\\.", -1)) {
                String below = node.path.isEmpty() ? name : node.path + "." + name;
                node = node.children.computeIfAbsent(name, ignored -> new FieldTree(below));
            }
            node.wanted = true;
        }
        return root;
    }

    /** Null where nothing under that name is wanted. */
    FieldTree child(String name) {
        return children.get(name);
    }

    boolean hasChildren() {
        return !children.isEmpty();
    }

    boolean isWanted() {
        return wanted;
    }

    String path() {
        return path;
    }
}

package dev.nanokit.engine.config.layer;

import dev.nanokit.engine.config.shape.Fields;
import dev.nanokit.engine.config.shape.Shape;
import dev.nanokit.engine.config.shape.Vocabulary;
import dev.nanokit.engine.config.tree.Node;
import dev.nanokit.engine.config.tree.Path;
import dev.nanokit.engine.source.Problems;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Lays an override over a base: blocks key by key, lists and scalars as a whole, and {@code null} removes. Each value
 * keeps its place, so that the override's is told where it overrides.
 */
public final class Merger {
    private final Problems problems;

    /** @param problems receives warnings about overrides that change nothing */
    public Merger(Problems problems) {
        this.problems = problems;
    }

    /** @param overrideAt where the override stands in the file */
    public Node.Mapping merge(Node.Mapping base, Node.Mapping override, Path overrideAt) {
        return merge(base, override, Vocabulary.BLOCKS, overrideAt);
    }

    private Node.Mapping merge(Node.Mapping base, Node.Mapping override, Shape shape, Path at) {
        Map<String, Node.Entry> merged = new LinkedHashMap<>(inherited(base, override, shape));
        override.entries().forEach((key, entry) -> {
            if (isNull(entry.value())) {
                remove(merged, key, entry, at);
            } else {
                merged.put(key, over(merged.get(key), entry, ShapeBelow.of(shape, key), at.key(key)));
            }
        });
        return new Node.Mapping(override.place(), merged);
    }

    private Node.Entry over(Node.Entry inherited, Node.Entry override, Shape shape, Path at) {
        if (!(override.value() instanceof Node.Mapping above)) {
            return override;
        }
        Node.Mapping below = inherited != null && inherited.value() instanceof Node.Mapping mapping
                ? mapping
                : new Node.Mapping(above.place(), Map.of());
        return new Node.Entry(override.key(), merge(below, above, shape, at));
    }

    private void remove(Map<String, Node.Entry> merged, String key, Node.Entry entry, Path at) {
        boolean written = ((Node.Scalar) entry.value()).origin().isEmpty();
        if (merged.remove(key) == null && written) {
            problems.warning(
                    entry.place(),
                    at.key(key) + " removes nothing",
                    "null removes what an environment inherits, and this is not inherited.",
                    "Remove the line. To declare something with its defaults, write {} for its value.");
        }
    }

    /** What of the base is still there once the override has made its choices. */
    private static Map<String, Node.Entry> inherited(Node.Mapping base, Node.Mapping override, Shape shape) {
        if (!(shape instanceof Fields fields)) {
            return base.entries();
        }
        boolean restarts = fields.restart()
                .filter(restart -> changes(base, override, restart))
                .isPresent();
        Map<String, Node.Entry> kept = new LinkedHashMap<>(restarts ? Map.of() : base.entries());
        if (fields.alternatives().stream().anyMatch(key -> gives(override, key))) {
            kept.keySet()
                    .removeIf(key -> fields.alternatives().contains(key)
                            && !override.entries().containsKey(key));
        }
        return kept;
    }

    private static boolean changes(Node.Mapping base, Node.Mapping override, Fields.Restart restart) {
        return gives(override, restart.key())
                && !text(override, restart.key())
                        .equals(text(base, restart.key()).or(() -> Optional.of(restart.otherwise())));
    }

    private static Optional<String> text(Node.Mapping mapping, String key) {
        return mapping.get(key)
                .filter(Node.Scalar.class::isInstance)
                .map(Node.Scalar.class::cast)
                .map(Node.Scalar::text);
    }

    private static boolean gives(Node.Mapping mapping, String key) {
        return mapping.get(key).filter(node -> !isNull(node)).isPresent();
    }

    private static boolean isNull(Node node) {
        return node instanceof Node.Scalar scalar && scalar.isNull();
    }
}

package dev.nanokit.engine.config.layer;

import dev.nanokit.engine.config.reference.Expander;
import dev.nanokit.engine.config.shape.StructureCheck;
import dev.nanokit.engine.config.shape.Vocabulary;
import dev.nanokit.engine.config.tree.Node;
import dev.nanokit.engine.config.tree.Path;
import dev.nanokit.engine.source.Problems;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a file says for all environments, and what it says for each.
 *
 * @param base the blocks outside of any environment
 * @param overrides the blocks of each environment that has some
 */
public record Layers(Node.Mapping base, Map<String, Node.Mapping> overrides) {
    private static final String ENVIRONMENTS = "environments";

    public Layers {
        overrides = Map.copyOf(overrides);
    }

    /** The layers of a file that is sound in structure. */
    public static Layers of(Node.Mapping file) {
        Map<String, Node.Entry> base = new LinkedHashMap<>(file.entries());
        base.keySet().retainAll(Vocabulary.BLOCKS.fields().keySet());
        Map<String, Node.Mapping> overrides = new LinkedHashMap<>();
        if (file.get(ENVIRONMENTS).orElse(null) instanceof Node.Mapping environments) {
            environments.entries().forEach((name, entry) -> {
                if (entry.value() instanceof Node.Mapping blocks) {
                    overrides.put(name, blocks);
                }
            });
        }
        return new Layers(new Node.Mapping(file.place(), base), overrides);
    }

    /** The layers that make one environment, with references expanded. */
    public Layers expanded(String environment, Expander expander) {
        StructureCheck check = new StructureCheck(expander, new Problems());
        Map<String, Node.Mapping> own = new LinkedHashMap<>();
        if (overrides.containsKey(environment)) {
            own.put(environment, check.override(environment, overrides.get(environment)));
        }
        return new Layers(check.base(base), own);
    }

    /** How many values every environment inherits. */
    public int inheritedValues() {
        return TreeWalk.over(base).places().byPath().size();
    }

    /** The environment's tree: the base with its override laid over it. */
    public Node.Mapping merged(String environment, Problems problems) {
        Merger merger = new Merger(problems);
        Node.Mapping nothing = new Node.Mapping(base.place(), Map.of());
        Node.Mapping whole = merger.merge(nothing, base, Path.ROOT);
        Node.Mapping override = overrides.get(environment);
        return override == null
                ? whole
                : merger.merge(whole, override, Path.ROOT.key(ENVIRONMENTS).key(environment));
    }
}

package dev.nanokit.engine.config;

import dev.nanokit.engine.config.check.Draft;
import dev.nanokit.engine.config.check.EnvironmentRules;
import dev.nanokit.engine.config.layer.Layers;
import dev.nanokit.engine.config.layer.TreeWalk;
import dev.nanokit.engine.config.reference.Expander;
import dev.nanokit.engine.config.tree.Block;
import dev.nanokit.engine.config.tree.Node;
import dev.nanokit.engine.source.Places;
import dev.nanokit.engine.source.Problems;

/**
 * One environment, merged and checked.
 *
 * @param problems errors and warnings
 */
record Resolution(Block root, Places places, Problems problems) {
    /** Without variables: what depends on them is left alone, and so is what the check of structure has told already. */
    static Resolution withoutVariables(Layers checked, String environment) {
        return of(checked, environment, false);
    }

    /** @param layers as they are written */
    static Resolution with(Variables variables, Layers layers, String environment) {
        return of(layers.expanded(environment, Expander.of(variables)), environment, true);
    }

    private static Resolution of(Layers layers, String environment, boolean tellValues) {
        Problems problems = new Problems();
        Node.Mapping merged = layers.merged(environment, problems);
        TreeWalk walk = TreeWalk.over(merged);
        if (tellValues) {
            problems.addAll(walk.problems());
        }
        Block root = Block.root(merged);
        EnvironmentRules.check(new Draft(root), problems);
        return new Resolution(root, walk.places(), problems);
    }
}

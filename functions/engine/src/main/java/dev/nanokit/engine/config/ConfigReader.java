package dev.nanokit.engine.config;

import dev.nanokit.engine.config.git.GitRule;
import dev.nanokit.engine.config.layer.Layers;
import dev.nanokit.engine.config.reference.Expander;
import dev.nanokit.engine.config.shape.StructureCheck;
import dev.nanokit.engine.config.tree.Block;
import dev.nanokit.engine.config.tree.Limits;
import dev.nanokit.engine.config.tree.Node;
import dev.nanokit.engine.config.tree.TreeReader;
import dev.nanokit.engine.source.InvalidConfigException;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.source.Problems;
import java.util.Optional;
import java.util.Set;

/** Reads a file, and gathers all that is wrong with it before it says so. */
final class ConfigReader {
    static final int MOST_ENVIRONMENTS = 100;
    static final int MOST_VALUES = 2_000_000;

    private final String file;
    private final Problems problems = new Problems();

    ConfigReader(String file) {
        this.file = file;
    }

    /** @param only the one environment to check; empty for all */
    NanokitConfig read(String text, Optional<String> only) {
        Node root = new TreeReader(Limits.STANDARD).read(file, text, problems).orElseThrow(this::empty);
        Node.Mapping checked = new StructureCheck(Expander.deferring(), problems).file(root);
        Block block = Block.root(checked);
        GitRule.check(block, problems);
        Header header = Header.of(block);
        checkEnvironments(Layers.of(checked), only.map(Set::of).orElse(header.environments()));
        problems.throwIfErrors();
        only.ifPresent(header::require);
        return new NanokitConfig(new NanokitConfig.Source(file, text), header, Layers.of((Node.Mapping) root));
    }

    private InvalidConfigException empty() {
        problems.error(
                new Place(file, 1, 1),
                "the file is empty",
                "A nanokit.yml names a project at least.",
                "Write 'name: my-project'.");
        return new InvalidConfigException(problems.errors());
    }

    private void checkEnvironments(Layers layers, Set<String> environments) {
        if (environments.size() > MOST_ENVIRONMENTS) {
            tooMuch(environments.size() + " environments", MOST_ENVIRONMENTS + " environments");
            return;
        }
        long values = (long) layers.inheritedValues() * environments.size();
        if (values > MOST_VALUES) {
            tooMuch(values + " values in all its environments", MOST_VALUES + " values in all environments");
            return;
        }
        ProblemsByEnvironment found = new ProblemsByEnvironment();
        environments.forEach(name -> found.add(
                name, Resolution.withoutVariables(layers, name).problems().errors()));
        problems.addAll(found.all());
    }

    private void tooMuch(String found, String most) {
        problems.error(
                new Place(file, 1, 1),
                "the file has " + found,
                "At most " + most + " are checked.",
                "Remove environments, let branches share one, or split the file into components.");
    }
}

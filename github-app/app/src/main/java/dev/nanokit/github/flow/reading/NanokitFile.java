package dev.nanokit.github.flow.reading;

import dev.nanokit.engine.config.NanokitConfig;
import dev.nanokit.engine.source.InvalidConfigException;
import dev.nanokit.engine.source.Problem;
import java.util.List;
import java.util.Optional;

/**
 * A nanokit.yml at a commit.
 *
 * @param path from the repository's root; also the file's name in every problem
 * @param config empty where the file can't be used
 * @param problems every error of a file that can't be used
 */
public record NanokitFile(String path, Optional<NanokitConfig> config, List<Problem> problems) {
    public NanokitFile {
        problems = List.copyOf(problems);
    }

    static NanokitFile parse(String path, byte[] bytes) {
        try {
            return new NanokitFile(path, Optional.of(NanokitConfig.parse(path, bytes)), List.of());
        } catch (InvalidConfigException e) {
            return new NanokitFile(path, Optional.empty(), e.problems());
        }
    }

    /** The environment that the branch belongs to. */
    public Optional<String> environmentOf(String branch) {
        return config.flatMap(file -> file.environmentForBranch(branch));
    }
}

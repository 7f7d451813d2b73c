package dev.nanokit.stages;

import dev.nanokit.engine.config.Environment;
import dev.nanokit.state.EnvironmentId;
import dev.nanokit.state.run.RunRequest.ConfigText;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be planned.
 *
 * @param repository the repository that the file lies in, as it is recorded as the component's owner
 * @param commit head commit; empty outside a repository
 * @param targets services to which the plan is limited, with what they depend on; empty for all
 * @param destroy whether nothing is to be left
 * @param baseFolder the folder of the file
 * @param variables where secrets of {@code from: env} and the provider's credentials come from
 * @param config the file that the environment was read from, for whoever has another process read it again; empty where
 *     nobody does
 */
public record PlanInput(
        EnvironmentId id,
        Environment environment,
        String repository,
        String commit,
        Set<String> targets,
        boolean destroy,
        Path baseFolder,
        Map<String, String> variables,
        Optional<ConfigText> config) {
    public PlanInput {
        targets = Set.copyOf(targets);
        variables = Map.copyOf(variables);
    }

    /** What is planned in the process that has read the file. */
    public PlanInput(
            EnvironmentId id,
            Environment environment,
            String repository,
            String commit,
            Set<String> targets,
            boolean destroy,
            Path baseFolder,
            Map<String, String> variables) {
        this(id, environment, repository, commit, targets, destroy, baseFolder, variables, Optional.empty());
    }

    public PlanInput withConfig(ConfigText text) {
        return new PlanInput(
                id, environment, repository, commit, targets, destroy, baseFolder, variables, Optional.of(text));
    }
}

package dev.nanokit.stages;

import dev.nanokit.engine.config.Environment;
import dev.nanokit.state.EnvironmentId;
import java.nio.file.Path;
import java.util.Map;
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
 */
public record PlanInput(
        EnvironmentId id,
        Environment environment,
        String repository,
        String commit,
        Set<String> targets,
        boolean destroy,
        Path baseFolder,
        Map<String, String> variables) {
    public PlanInput {
        targets = Set.copyOf(targets);
        variables = Map.copyOf(variables);
    }
}

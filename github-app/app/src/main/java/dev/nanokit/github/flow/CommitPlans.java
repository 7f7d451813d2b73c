package dev.nanokit.github.flow;

import dev.nanokit.engine.config.NanokitConfig;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.github.api.Repository;
import dev.nanokit.github.flow.CheckId.Origin;
import dev.nanokit.github.flow.Target.Finding;
import dev.nanokit.github.flow.Target.Powers;
import dev.nanokit.github.flow.reading.NanokitFile;
import dev.nanokit.webhook.trigger.RepositoryRef;
import java.util.Optional;

/** Plans commits that no check is about. */
public final class CommitPlans {
    private final FlowPorts ports;
    private final Inputs inputs;

    public CommitPlans(FlowPorts ports) {
        this.ports = ports;
        this.inputs = new Inputs(ports.settings());
    }

    /** The repository as it is recorded as the owner of what it has applied. */
    public String owner(RepositoryRef ref) {
        return inputs.owner(commit(ref, ""));
    }

    /**
     * @param file of the component, as the commit has it
     * @throws dev.nanokit.engine.source.InvalidConfigException when it can't be used in that environment
     * @throws RuntimeException whatever planning throws
     */
    public Plan plan(RepositoryRef ref, String sha, NanokitFile file, String environmentName) {
        Commit commit = commit(ref, sha);
        NanokitConfig config = file.config().orElseThrow();
        Inputs.Wanted wanted = inputs.wanted(commit, config, environmentName);
        Target target = new Target(
                file.path(),
                config.component(),
                false,
                environmentName,
                Powers.NONE,
                new Finding.Valid(config, Optional.of(config), false));
        try (SourceTree tree = SourceTree.of(commit, target, wanted.environment())) {
            return ports.workflows().plan(inputs.input(commit, wanted, false, tree.base()));
        }
    }

    private Commit commit(RepositoryRef ref, String sha) {
        Repository repository = ports.github().repository(ref);
        return new Commit(ref, repository, sha, new Origin.Branch(ref.defaultBranch()));
    }
}

package dev.nanokit.github.flow;

import dev.nanokit.engine.config.Environment;
import dev.nanokit.engine.config.NanokitConfig;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.github.flow.Target.Finding;
import dev.nanokit.github.report.CheckState;
import dev.nanokit.stages.Workflows;

/** Plans a target: whatever comes of it can be shown on its check. */
final class Planning {
    private final Workflows workflows;
    private final Inputs inputs;
    private final Failures failures;

    Planning(Workflows workflows, Inputs inputs, Failures failures) {
        this.workflows = workflows;
        this.inputs = inputs;
        this.failures = failures;
    }

    /** @throws RuntimeException when it may go through later */
    CheckState plan(Commit commit, Target target) {
        return switch (target.finding()) {
            case Finding.Valid valid -> plan(commit, target, valid.config());
            case Finding.Broken broken -> new CheckState.Invalid(broken.problems());
            case Finding.Gone ignored -> new CheckState.Removed();
            case Finding.Withheld(String reason) -> new CheckState.Refused(reason);
        };
    }

    private CheckState plan(Commit commit, Target target, NanokitConfig config) {
        try {
            Inputs.Wanted wanted = inputs.wanted(commit, config, target.environment());
            Environment environment = wanted.environment();
            if (looksAtOthers(commit, target, environment)) {
                return new CheckState.Refused(
                        "This commit of a fork newly says `infra.shared: true`, which would show what other components have."
                                + " Somebody with write permission can do that from a branch of this repository.");
            }
            try (SourceTree tree = SourceTree.of(commit, target, environment)) {
                Plan plan = workflows.plan(inputs.input(commit, wanted, false, tree.base()));
                return new CheckState.Planned(plan.withWarnings(environment.warnings()), environment.places());
            }
        } catch (RuntimeException e) {
            return failures.state(e);
        }
    }

    private boolean looksAtOthers(Commit commit, Target target, Environment environment) {
        boolean stranger = target.finding() instanceof Finding.Valid valid && valid.stranger();
        return stranger
                && environment.infra().shared()
                && target.baseConfig()
                        .filter(base -> inputs.wanted(commit, base, target.environment())
                                .environment()
                                .infra()
                                .shared())
                        .isEmpty();
    }
}

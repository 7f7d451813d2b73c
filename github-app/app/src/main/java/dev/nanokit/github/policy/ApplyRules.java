package dev.nanokit.github.policy;

import dev.nanokit.engine.config.GitRules;
import dev.nanokit.engine.config.GitRules.Apply;
import dev.nanokit.github.command.Command.Scope;
import dev.nanokit.github.policy.Decision.Refused;
import dev.nanokit.github.policy.Decision.Rule;
import dev.nanokit.github.policy.Situation.State;
import java.util.Optional;

/** What changes an environment needs write permission, and what the base branch's file demands. */
final class ApplyRules {
    private ApplyRules() {}

    static Optional<Refused> apply(Person person, Scope scope, Situation situation) {
        return Policy.write(person, "apply")
                .or(() -> unmerged(situation, "applied"))
                .or(() -> PlanRules.trusted(situation))
                .or(() -> environment(scope, situation, "applied"))
                .or(() -> onMergeOnly(situation))
                .or(() -> Readiness.refusal(situation));
    }

    /** Destroying is never what a merge does, so it can be asked for whenever a file lets comments act at all. */
    static Optional<Refused> destroy(Person person, Scope scope, Situation situation) {
        return Policy.write(person, "destroy")
                .or(() -> unmerged(situation, "destroyed"))
                .or(() -> PlanRules.trusted(situation))
                .or(() -> environment(scope, situation, "destroyed"))
                .or(() -> named(scope, situation))
                .or(() -> Readiness.refusal(situation));
    }

    private static Optional<Refused> unmerged(Situation situation, String done) {
        return switch (situation.state()) {
            case CLOSED ->
                Policy.refused(
                        Rule.CLOSED,
                        "This pull request is closed, so nothing can be " + done + " from it. Reopen it first.");
            case DRAFT ->
                Policy.refused(
                        Rule.DRAFT,
                        "This is a draft, so nothing can be " + done + " from it. Mark it ready for review first.");
            case OPEN, MERGED, BRANCH -> Optional.empty();
        };
    }

    private static Optional<Refused> environment(Scope scope, Situation situation, String done) {
        if (situation.baseRules().isEmpty()) {
            return Policy.refused(
                    Rule.NO_BASE_FILE,
                    "The base branch has no valid nanokit.yml yet, and that file decides who may act. Merge one first.");
        }
        if (situation.baseRules().get().apply() == Apply.MANUAL) {
            return Policy.refused(
                    Rule.ONLY_BY_HAND,
                    "The base branch's nanokit.yml says `git.apply: manual`: nothing is " + done
                            + " from here, only with `nkapp`.");
        }
        if (situation.environment().isEmpty()) {
            return Policy.refused(
                    Rule.NOT_MAPPED,
                    "No environment belongs to the base branch. Map it under `git.environments` in its nanokit.yml.");
        }
        String mapped = situation.environment().get();
        return scope.environment()
                .filter(asked -> !asked.equals(mapped))
                .flatMap(asked -> Policy.refused(
                        Rule.OTHER_ENVIRONMENT,
                        "The base branch belongs to `" + mapped + "`, so `" + asked + "` can't be " + done
                                + " from here. Open a pull request against a branch that `git.environments` maps to `"
                                + asked + "`."));
    }

    private static Optional<Refused> named(Scope scope, Situation situation) {
        return scope.environment().isPresent()
                ? Optional.empty()
                : Policy.refused(
                        Rule.ENVIRONMENT_NOT_NAMED,
                        "`destroy` deletes everything, so it has to name the environment: `/nanokit destroy -e "
                                + situation.environment().orElse("NAME") + "`.");
    }

    private static Optional<Refused> onMergeOnly(Situation situation) {
        boolean onMerge = situation
                .baseRules()
                .map(GitRules::apply)
                .filter(Apply.MERGE::equals)
                .isPresent();
        return onMerge && situation.state() == State.OPEN
                ? Policy.refused(
                        Rule.APPLIED_ON_MERGE,
                        "The base branch's nanokit.yml says `git.apply: merge`: this is applied when it is merged. To apply"
                                + " from comments, set `git.apply: comment` there.")
                : Optional.empty();
    }
}

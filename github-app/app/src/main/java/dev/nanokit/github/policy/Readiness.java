package dev.nanokit.github.policy;

import dev.nanokit.engine.config.GitRules;
import dev.nanokit.engine.config.GitRules.Requirement;
import dev.nanokit.github.policy.Decision.Refused;
import dev.nanokit.github.policy.Decision.Rule;
import dev.nanokit.github.policy.Situation.State;
import java.util.Optional;
import java.util.Set;

/** What {@code git.require} of the base branch's file asks of an open pull request. */
final class Readiness {
    private Readiness() {}

    /** Empty for what is merged: the branch's own protection has let it in, and what is applied is the branch. */
    static Optional<Refused> refusal(Situation situation) {
        if (situation.state() != State.OPEN) {
            return Optional.empty();
        }
        Set<Requirement> required = situation.baseRules().map(GitRules::require).orElse(Set.of());
        return required.stream()
                .filter(requirement -> !isMet(requirement, situation))
                .findFirst()
                .flatMap(Readiness::unmet);
    }

    private static boolean isMet(Requirement requirement, Situation situation) {
        return switch (requirement) {
            case APPROVED -> situation.readiness().approved();
            case MERGEABLE -> situation.readiness().mergeable();
            case UP_TO_DATE -> situation.readiness().upToDate();
        };
    }

    private static Optional<Refused> unmet(Requirement requirement) {
        String rule = "The base branch's nanokit.yml requires it (`git.require`).";
        return switch (requirement) {
            case APPROVED ->
                Policy.refused(
                        Rule.NOT_APPROVED, "This pull request is not approved yet. " + rule + " Ask for a review.");
            case MERGEABLE ->
                Policy.refused(
                        Rule.NOT_MERGEABLE,
                        "This pull request can't be merged yet. " + rule
                                + " Resolve its conflicts, and see that its required checks pass.");
            case UP_TO_DATE ->
                Policy.refused(
                        Rule.NOT_UP_TO_DATE,
                        "This pull request's branch is behind its base. " + rule + " Update the branch, and look at the"
                                + " new plan.");
        };
    }
}

package dev.nanokit.github.policy;

import dev.nanokit.github.command.Command.Scope;
import dev.nanokit.github.policy.Decision.Refused;
import dev.nanokit.github.policy.Decision.Rule;
import java.util.Optional;

/**
 * A plan reads the environment with the project's credentials, so a stranger's commit is planned only after a maintainer
 * has asked for it: for that very commit, not for what is pushed next.
 */
final class PlanRules {
    private static final int SHORT_SHA = 7;

    private PlanRules() {}

    static Optional<Refused> asked(Person person, Scope scope, Situation situation) {
        return closed(situation)
                .or(() -> person.author() ? Optional.empty() : Policy.triage(person, "plan"))
                .or(() -> person.isMaintainer()
                        ? Optional.empty()
                        : trusted(situation).or(() -> otherEnvironment(scope, situation)));
    }

    private static Optional<Refused> otherEnvironment(Scope scope, Situation situation) {
        return scope.environment()
                .filter(asked -> !situation.environment().equals(Optional.of(asked)))
                .flatMap(asked -> Policy.refused(
                        Rule.OTHER_ENVIRONMENT,
                        "The base branch doesn't belong to `" + asked
                                + "`. To plan for another environment than its own"
                                + " needs write permission. Leave `-e` out, or ask somebody who has it."));
    }

    static Optional<Refused> ofCommit(Situation situation) {
        return closed(situation).or(() -> trusted(situation));
    }

    static Optional<Refused> trusted(Situation situation) {
        if (situation.isTrusted()) {
            return Optional.empty();
        }
        String commit = situation
                .headSha()
                .substring(0, Math.min(SHORT_SHA, situation.headSha().length()));
        return Policy.refused(
                Rule.FORK_NOT_APPROVED,
                "Commit `" + commit
                        + "` comes from a fork. Somebody with write permission has to look at it first, and then"
                        + " comment `/nanokit plan`. Each further push needs that again.");
    }

    private static Optional<Refused> closed(Situation situation) {
        return switch (situation.state()) {
            case CLOSED ->
                Policy.refused(Rule.CLOSED, "This pull request is closed. Reopen it, and it is planned again.");
            case MERGED ->
                Policy.refused(
                        Rule.MERGED,
                        "This pull request is merged; its plan is history. `/nanokit status` shows what is there now.");
            case DRAFT, OPEN, BRANCH -> Optional.empty();
        };
    }
}

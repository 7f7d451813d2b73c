package dev.nanokit.github.flow;

import dev.nanokit.github.api.Repository.PullRequestReadiness;
import dev.nanokit.github.flow.Target.Powers;
import dev.nanokit.github.policy.Situation;
import dev.nanokit.github.policy.Situation.State;
import dev.nanokit.webhook.trigger.PullRequestRef;
import java.util.Optional;

/** Puts together what the policy asks about. */
final class Situations {
    private static final PullRequestReadiness NOT_ASKED = new PullRequestReadiness(true, false, false, false);

    private Situations() {}

    /** @param approved the fork's commit that a maintainer has asked to plan; empty text for none */
    static Situation pullRequest(State state, PullRequestRef pullRequest, String approved, Powers powers) {
        return pullRequest(state, pullRequest, approved, powers, NOT_ASKED);
    }

    static Situation pullRequest(
            State state, PullRequestRef pullRequest, String approved, Powers powers, PullRequestReadiness readiness) {
        return new Situation(
                state,
                pullRequest.headSha(),
                pullRequest.fork(),
                Optional.of(approved).filter(sha -> !sha.isEmpty()),
                powers.rules(),
                powers.environment(),
                readiness);
    }

    static Situation branch(Commit commit, Powers powers) {
        return new Situation(
                State.BRANCH, commit.sha(), false, Optional.empty(), powers.rules(), powers.environment(), NOT_ASKED);
    }

    /** Of one that is not closed. */
    static State open(PullRequestRef pullRequest) {
        return pullRequest.draft() ? State.DRAFT : State.OPEN;
    }
}

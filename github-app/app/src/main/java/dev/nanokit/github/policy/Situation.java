package dev.nanokit.github.policy;

import dev.nanokit.engine.config.GitRules;
import dev.nanokit.github.api.Repository.PullRequestReadiness;
import java.util.Optional;

/**
 * What is asked about: a pull request, or a mapped branch itself.
 *
 * @param headSha the exact commit that would be planned or applied
 * @param fork whether that commit lies in another repository
 * @param approvedHead of a fork: the commit that a maintainer last asked to plan
 * @param baseRules the git rules of the base branch's file, never the head's; empty where that branch has no usable file
 * @param environment what the base branch's file maps the base branch to; empty where it is not mapped
 * @param readiness what GitHub says of the pull request; looked at only where {@code git.require} asks
 */
public record Situation(
        State state,
        String headSha,
        boolean fork,
        Optional<String> approvedHead,
        Optional<GitRules> baseRules,
        Optional<String> environment,
        PullRequestReadiness readiness) {
    public enum State {
        DRAFT,
        OPEN,
        /** Closed and not merged. */
        CLOSED,
        /** Merged: what is applied then is the base branch as it is now. */
        MERGED,
        /** No pull request: a check on a commit of a mapped branch. */
        BRANCH
    }

    /** Whether the commit is the repository's own, or a stranger's that a maintainer has looked at. */
    boolean isTrusted() {
        return !fork
                || state == State.MERGED
                || approvedHead.filter(headSha::equals).isPresent();
    }
}

package dev.nanokit.cli.github.receive;

import dev.nanokit.github.policy.Permission;
import dev.nanokit.webhook.trigger.Actor;
import dev.nanokit.webhook.trigger.PullRequestRef;
import dev.nanokit.webhook.trigger.RepositoryRef;
import dev.nanokit.webhook.trigger.Trigger;
import java.util.Optional;

/**
 * What a folder can't say of itself, and GitHub would: taken from the payload, and where that is silent, assumed.
 *
 * @param headSha the commit for which the folder stands
 * @param headBranch its branch
 * @param pullRequest as far as the payload tells of one
 * @param permission what everybody may do
 */
record Occasion(
        RepositoryRef repository,
        String headSha,
        String headBranch,
        Optional<PullRequestRef> pullRequest,
        Actor sender,
        Permission permission) {
    /** Empty for a trigger that is about no repository's files. */
    static Optional<Occasion> of(Trigger trigger, Checkout checkout, Permission permission) {
        return switch (trigger) {
            case Trigger.PullRequestChanged changed ->
                Optional.of(of(changed.repository(), changed.pullRequest(), changed.sender(), permission));
            case Trigger.PullRequestClosed closed ->
                Optional.of(of(closed.repository(), closed.pullRequest(), closed.sender(), permission));
            case Trigger.CommentCreated comment ->
                at(comment.repository(), checkout.commit(), checkout, comment.author(), permission);
            case Trigger.CheckRerequested check ->
                at(check.repository(), check.headSha(), checkout, check.sender(), permission);
            case Trigger.CheckActionRequested check ->
                at(check.repository(), check.headSha(), checkout, check.sender(), permission);
            case Trigger.CheckSuiteRerequested suite ->
                at(suite.repository(), suite.headSha(), checkout, suite.sender(), permission);
            case Trigger.MergeGroupRequested group ->
                at(group.repository(), group.headSha(), checkout, group.sender(), permission);
            case Trigger.BranchPushed push ->
                at(
                        push.repository(),
                        push.headSha(),
                        new Checkout(push.headSha(), push.branch()),
                        push.sender(),
                        permission);
            case Trigger.InstallationChanged ignored -> Optional.empty();
            case Trigger.Ignored ignored -> Optional.empty();
        };
    }

    private static Occasion of(RepositoryRef repository, PullRequestRef pull, Actor sender, Permission permission) {
        return new Occasion(repository, pull.headSha(), pull.headBranch(), Optional.of(pull), sender, permission);
    }

    private static Optional<Occasion> at(
            RepositoryRef repository, String commit, Checkout checkout, Actor sender, Permission permission) {
        return Optional.of(new Occasion(repository, commit, checkout.branch(), Optional.empty(), sender, permission));
    }

    /** The pull request of that number: the payload's, or one of the same repository against its default branch. */
    PullRequestRef pullRequest(int number) {
        return pullRequest
                .filter(known -> known.number() == number)
                .orElseGet(() -> new PullRequestRef(
                        number, headSha, headBranch, repository.defaultBranch(), false, false, sender));
    }

    /**
     * What is checked out in a folder.
     *
     * @param commit made up where no git checkout says it
     */
    record Checkout(String commit, String branch) {
        private static final String NO_COMMIT = "0".repeat(40);

        static Checkout of(Optional<String> commit, Optional<String> branch) {
            return new Checkout(commit.orElse(NO_COMMIT), branch.orElse("head"));
        }
    }
}

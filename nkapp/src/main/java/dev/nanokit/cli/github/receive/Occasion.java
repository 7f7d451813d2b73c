package dev.nanokit.cli.github.receive;

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
 * @param standing what GitHub would say of people and of the pull request
 */
record Occasion(
        RepositoryRef repository,
        String headSha,
        String headBranch,
        Optional<PullRequestRef> pullRequest,
        Actor sender,
        Standing standing) {
    /** Empty for a trigger that is about no repository's files. */
    static Optional<Occasion> of(Trigger trigger, Checkout checkout, Standing standing) {
        return switch (trigger) {
            case Trigger.PullRequestChanged changed ->
                Optional.of(of(changed.repository(), changed.pullRequest(), changed.sender(), standing));
            case Trigger.PullRequestClosed closed ->
                Optional.of(of(closed.repository(), closed.pullRequest(), closed.sender(), standing));
            case Trigger.CommentCreated comment ->
                at(comment.repository(), checkout.commit(), checkout, comment.author(), standing);
            case Trigger.CheckRerequested check ->
                at(check.repository(), check.headSha(), checkout, check.sender(), standing);
            case Trigger.CheckActionRequested check ->
                at(check.repository(), check.headSha(), checkout, check.sender(), standing);
            case Trigger.CheckSuiteRerequested suite ->
                at(suite.repository(), suite.headSha(), checkout, suite.sender(), standing);
            case Trigger.MergeGroupRequested group ->
                at(group.repository(), group.headSha(), checkout, group.sender(), standing);
            case Trigger.BranchPushed push ->
                at(
                        push.repository(),
                        push.headSha(),
                        new Checkout(push.headSha(), push.branch()),
                        push.sender(),
                        standing);
            case Trigger.InstallationChanged ignored -> Optional.empty();
            case Trigger.Ignored ignored -> Optional.empty();
        };
    }

    private static Occasion of(RepositoryRef repository, PullRequestRef pull, Actor sender, Standing standing) {
        return new Occasion(repository, pull.headSha(), pull.headBranch(), Optional.of(pull), sender, standing);
    }

    private static Optional<Occasion> at(
            RepositoryRef repository, String commit, Checkout checkout, Actor sender, Standing standing) {
        return Optional.of(new Occasion(repository, commit, checkout.branch(), Optional.empty(), sender, standing));
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

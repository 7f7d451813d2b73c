package dev.nanokit.webhook.trigger;

import java.util.List;

/** What a webhook asks Nanokit to do: the events that matter, and nothing of the rest. */
public sealed interface Trigger {
    /** A pull request is to be planned: opened, pushed to, reopened, made ready, or given another base. */
    record PullRequestChanged(RepositoryRef repository, PullRequestRef pullRequest, Change change, Actor sender)
            implements Trigger {}

    /** Why a pull request is to be planned. */
    enum Change {
        OPENED,
        SYNCHRONIZED,
        REOPENED,
        BASE_EDITED,
        READY_FOR_REVIEW
    }

    record PullRequestClosed(RepositoryRef repository, PullRequestRef pullRequest, boolean merged, Actor sender)
            implements Trigger {}

    /** A comment on a pull request. Its text is what somebody wrote: never a path, never part of a command line. */
    record CommentCreated(RepositoryRef repository, int pullRequest, long commentId, String body, Actor author)
            implements Trigger {}

    /** Somebody asks for a check again. */
    record CheckRerequested(
            RepositoryRef repository, String headSha, String externalId, List<Integer> pullRequests, Actor sender)
            implements Trigger {}

    /** A button on a check was pressed. */
    record CheckActionRequested(
            RepositoryRef repository,
            String headSha,
            String externalId,
            String identifier,
            List<Integer> pullRequests,
            Actor sender)
            implements Trigger {}

    record CheckSuiteRerequested(RepositoryRef repository, String headSha, List<Integer> pullRequests, Actor sender)
            implements Trigger {}

    /** The merge queue wants to know whether a group may be merged. */
    record MergeGroupRequested(RepositoryRef repository, String headSha, String baseBranch, Actor sender)
            implements Trigger {}

    record BranchPushed(RepositoryRef repository, String branch, String headSha, Actor sender) implements Trigger {}

    /** The App was installed, removed, or given other repositories. */
    record InstallationChanged(long installationId, long accountId, String action, List<String> repositories)
            implements Trigger {}

    /** Of no concern. */
    record Ignored(String event, String action) implements Trigger {}
}

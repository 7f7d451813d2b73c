package dev.nanokit.github.flow;

import dev.nanokit.github.api.Repository;
import dev.nanokit.github.flow.CheckId.Origin;
import dev.nanokit.github.flow.reading.RepositoryReading;
import dev.nanokit.webhook.trigger.PullRequestRef;
import dev.nanokit.webhook.trigger.RepositoryRef;

/** A pull request with the files of its head and of its base. */
record PullRequestView(Commit commit, PullRequestRef pullRequest, Survey survey) {
    static PullRequestView of(RepositoryRef ref, Repository repository, PullRequestRef pullRequest) {
        Commit commit =
                new Commit(ref, repository, pullRequest.headSha(), new Origin.PullRequest(pullRequest.number()));
        Survey survey = new Survey(
                RepositoryReading.of(repository, pullRequest.headSha()),
                RepositoryReading.of(repository, pullRequest.baseBranch()),
                pullRequest.baseBranch(),
                pullRequest.fork());
        return new PullRequestView(commit, pullRequest, survey);
    }
}

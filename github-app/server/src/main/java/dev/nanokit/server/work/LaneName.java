package dev.nanokit.server.work;

import dev.nanokit.webhook.trigger.RepositoryRef;
import dev.nanokit.webhook.trigger.Trigger;
import java.util.List;

/** Names what triggers must not be handled side by side of: the pull request, or else the branch or commit. */
final class LaneName {
    private LaneName() {}

    static String of(Trigger trigger) {
        return switch (trigger) {
            case Trigger.PullRequestChanged t ->
                pullRequest(t.repository(), t.pullRequest().number());
            case Trigger.PullRequestClosed t ->
                pullRequest(t.repository(), t.pullRequest().number());
            case Trigger.CommentCreated t -> pullRequest(t.repository(), t.pullRequest());
            case Trigger.CheckRerequested t -> check(t.repository(), t.pullRequests(), t.headSha());
            case Trigger.CheckActionRequested t -> check(t.repository(), t.pullRequests(), t.headSha());
            case Trigger.CheckSuiteRerequested t -> check(t.repository(), t.pullRequests(), t.headSha());
            case Trigger.MergeGroupRequested t -> in(t.repository(), "@" + t.headSha());
            case Trigger.BranchPushed t -> in(t.repository(), ":" + t.branch());
            case Trigger.InstallationChanged t -> "installation " + t.installationId();
            case Trigger.Ignored t -> "ignored";
        };
    }

    /** GitHub names no pull requests where the head is in a fork. */
    private static String check(RepositoryRef repository, List<Integer> pullRequests, String headSha) {
        return pullRequests.isEmpty()
                ? in(repository, "@" + headSha)
                : pullRequest(repository, pullRequests.getFirst());
    }

    private static String pullRequest(RepositoryRef repository, int number) {
        return in(repository, "#" + number);
    }

    private static String in(RepositoryRef repository, String what) {
        return repository.fullName() + what;
    }
}

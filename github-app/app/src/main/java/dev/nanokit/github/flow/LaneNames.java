package dev.nanokit.github.flow;

import dev.nanokit.github.flow.CheckId.Origin;
import dev.nanokit.github.flow.memory.RepositoryKey;
import dev.nanokit.webhook.trigger.RepositoryRef;
import dev.nanokit.webhook.trigger.Trigger;

/** Names what is worked on by one trigger at a time: the pull request, or else the branch or commit. */
final class LaneNames {
    private LaneNames() {}

    static String of(Trigger trigger) {
        return switch (trigger) {
            case Trigger.PullRequestChanged t ->
                ofPullRequest(t.repository(), t.pullRequest().number());
            case Trigger.PullRequestClosed t ->
                ofPullRequest(t.repository(), t.pullRequest().number());
            case Trigger.CommentCreated t -> ofPullRequest(t.repository(), t.pullRequest());
            case Trigger.CheckRerequested t -> ofCheck(t.repository(), t.externalId(), t.headSha());
            case Trigger.CheckActionRequested t -> ofCheck(t.repository(), t.externalId(), t.headSha());
            case Trigger.CheckSuiteRerequested t -> ofSuite(t);
            case Trigger.MergeGroupRequested t -> in(t.repository(), "@" + t.headSha());
            case Trigger.BranchPushed t -> in(t.repository(), ":" + t.branch());
            case Trigger.InstallationChanged t -> "installation " + t.installationId();
            case Trigger.Ignored t -> "ignored";
        };
    }

    static String ofPullRequest(RepositoryRef ref, int number) {
        return in(ref, "#" + number);
    }

    static String in(RepositoryRef ref, String what) {
        return RepositoryKey.of(ref) + what;
    }

    /** GitHub names no pull requests where the head is in a fork; the check's own name does. */
    private static String ofCheck(RepositoryRef repository, String external, String sha) {
        return CheckId.parse(external)
                .map(CheckId::origin)
                .map(origin -> switch (origin) {
                    case Origin.PullRequest(int number) -> ofPullRequest(repository, number);
                    case Origin.Branch(String name) -> in(repository, ":" + name);
                    case Origin.Queue ignored -> in(repository, "@" + sha);
                })
                .orElse("nobody's");
    }

    private static String ofSuite(Trigger.CheckSuiteRerequested suite) {
        return suite.pullRequests().isEmpty()
                ? in(suite.repository(), "@" + suite.headSha())
                : ofPullRequest(suite.repository(), suite.pullRequests().getFirst());
    }
}

package dev.nanokit.cli.github.receive;

import dev.nanokit.webhook.trigger.Trigger;

/** What came of a delivery that was replayed. */
record Received(Trigger trigger, Posted posted) {
    /** What it is about, in a few words: {@code acme/shop · pull request #12}. */
    String heading() {
        return switch (trigger) {
            case Trigger.PullRequestChanged(var repository, var pull, var change, var sender) ->
                pullRequest(repository.fullName(), pull.number());
            case Trigger.PullRequestClosed(var repository, var pull, var merged, var sender) ->
                pullRequest(repository.fullName(), pull.number());
            case Trigger.CommentCreated(var repository, var number, var id, var body, var author) ->
                pullRequest(repository.fullName(), number);
            case Trigger.CheckRerequested check -> check.repository().fullName() + " · check run again";
            case Trigger.CheckActionRequested check -> check.repository().fullName() + " · button of a check";
            case Trigger.CheckSuiteRerequested suite -> suite.repository().fullName() + " · checks run again";
            case Trigger.MergeGroupRequested group -> group.repository().fullName() + " · merge queue";
            case Trigger.BranchPushed push -> push.repository().fullName() + " · push to " + push.branch();
            case Trigger.InstallationChanged changed -> "installation " + changed.installationId();
            case Trigger.Ignored(var event, var action) -> action.isEmpty() ? event : event + " · " + action;
        };
    }

    private static String pullRequest(String repository, int number) {
        return repository + " · pull request #" + number;
    }
}

package dev.nanokit.webhook.trigger;

import dev.nanokit.webhook.trigger.Trigger.Change;

/** Reads one trigger, from the fields that {@link TriggerWriter} writes. */
final class TriggerReader {
    static final FieldTree WANTED = FieldTree.of(
            "accountId",
            "action",
            "author.bot",
            "author.login",
            "baseBranch",
            "body",
            "branch",
            "change",
            "commentId",
            "event",
            "externalId",
            "headSha",
            "identifier",
            "installationId",
            "merged",
            "pullRequest",
            "pullRequest.author.bot",
            "pullRequest.author.login",
            "pullRequest.baseBranch",
            "pullRequest.draft",
            "pullRequest.fork",
            "pullRequest.headBranch",
            "pullRequest.headSha",
            "pullRequest.number",
            "pullRequests",
            "repositories",
            "repository.accountId",
            "repository.defaultBranch",
            "repository.fullName",
            "repository.installationId",
            "sender.bot",
            "sender.login",
            "type");

    private final Payload fields;

    TriggerReader(Payload fields) {
        this.fields = fields;
    }

    Trigger read() {
        return switch (fields.text("type")) {
            case "PullRequestChanged" ->
                new Trigger.PullRequestChanged(repository(), pullRequest(), change(), sender());
            case "PullRequestClosed" ->
                new Trigger.PullRequestClosed(repository(), pullRequest(), fields.flag("merged"), sender());
            case "CommentCreated" -> comment();
            case "CheckRerequested" ->
                new Trigger.CheckRerequested(
                        repository(), headSha(), externalId(), fields.smallNumbers("pullRequests"), sender());
            case "CheckActionRequested" ->
                new Trigger.CheckActionRequested(
                        repository(),
                        headSha(),
                        externalId(),
                        fields.text("identifier"),
                        fields.smallNumbers("pullRequests"),
                        sender());
            case "CheckSuiteRerequested" ->
                new Trigger.CheckSuiteRerequested(
                        repository(), headSha(), fields.smallNumbers("pullRequests"), sender());
            case "MergeGroupRequested" ->
                new Trigger.MergeGroupRequested(repository(), headSha(), fields.text("baseBranch"), sender());
            case "BranchPushed" -> new Trigger.BranchPushed(repository(), fields.text("branch"), headSha(), sender());
            case "InstallationChanged" ->
                new Trigger.InstallationChanged(
                        fields.number("installationId"),
                        fields.number("accountId"),
                        fields.text("action"),
                        fields.texts("repositories"));
            case "Ignored" -> new Trigger.Ignored(fields.text("event"), fields.text("action"));
            default -> throw new MalformedPayloadException("the field type names no trigger");
        };
    }

    private Trigger.CommentCreated comment() {
        return new Trigger.CommentCreated(
                repository(),
                fields.smallNumber("pullRequest"),
                fields.number("commentId"),
                fields.prose("body"),
                actor("author"));
    }

    private RepositoryRef repository() {
        return new RepositoryRef(
                fields.number("repository.installationId"),
                fields.number("repository.accountId"),
                fields.text("repository.fullName"),
                fields.text("repository.defaultBranch"));
    }

    private PullRequestRef pullRequest() {
        return new PullRequestRef(
                fields.smallNumber("pullRequest.number"),
                fields.text("pullRequest.headSha"),
                fields.text("pullRequest.headBranch"),
                fields.text("pullRequest.baseBranch"),
                fields.flag("pullRequest.fork"),
                fields.flag("pullRequest.draft"),
                actor("pullRequest.author"));
    }

    private Change change() {
        try {
            return Change.valueOf(fields.text("change"));
        } catch (IllegalArgumentException e) {
            throw new MalformedPayloadException("the field change names no change");
        }
    }

    private String headSha() {
        return fields.text("headSha");
    }

    private String externalId() {
        return fields.text("externalId");
    }

    private Actor sender() {
        return actor("sender");
    }

    private Actor actor(String path) {
        return new Actor(fields.text(path + ".login"), fields.flag(path + ".bot"));
    }
}

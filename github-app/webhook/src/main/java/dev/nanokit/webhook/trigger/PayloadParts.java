package dev.nanokit.webhook.trigger;

/** What most payloads have in common, out of a payload. */
record PayloadParts(Payload payload) {
    static final FieldTree WANTED = FieldTree.of(
            "action",
            "after",
            "changes.base",
            "check_run.external_id",
            "check_run.head_sha",
            "check_run.pull_requests.number",
            "check_suite.head_sha",
            "check_suite.pull_requests.number",
            "comment.body",
            "comment.id",
            "comment.user.login",
            "comment.user.type",
            "deleted",
            "installation.account.id",
            "installation.id",
            "issue.number",
            "issue.pull_request",
            "merge_group.base_ref",
            "merge_group.head_sha",
            "pull_request.base.ref",
            "pull_request.base.repo.id",
            "pull_request.draft",
            "pull_request.head.ref",
            "pull_request.head.repo.id",
            "pull_request.head.sha",
            "pull_request.merged",
            "pull_request.number",
            "pull_request.user.login",
            "pull_request.user.type",
            "ref",
            "repositories.full_name",
            "repositories_added.full_name",
            "repositories_removed.full_name",
            "repository.default_branch",
            "repository.full_name",
            "repository.owner.id",
            "requested_action.identifier",
            "sender.login",
            "sender.type");

    String action() {
        return payload.findText("action").orElse("");
    }

    Trigger ignored(String event) {
        return new Trigger.Ignored(event, action());
    }

    RepositoryRef repository() {
        return new RepositoryRef(
                payload.findNumber("installation.id").orElse(RepositoryRef.UNKNOWN_INSTALLATION),
                payload.number("repository.owner.id"),
                payload.repositoryName("repository.full_name"),
                payload.text("repository.default_branch"));
    }

    Actor sender() {
        return actor("sender");
    }

    /** Who deleted their account since is called ghost, as on GitHub's pages. */
    Actor actor(String path) {
        return new Actor(
                payload.findText(path + ".login").orElse("ghost"),
                payload.findText(path + ".type").orElse("").equals("Bot"));
    }

    /** A head whose repository is gone was a fork: a repository can't lose itself. */
    PullRequestRef pullRequest() {
        long base = payload.number("pull_request.base.repo.id");
        return new PullRequestRef(
                payload.smallNumber("pull_request.number"),
                payload.commit("pull_request.head.sha"),
                payload.text("pull_request.head.ref"),
                payload.text("pull_request.base.ref"),
                payload.findNumber("pull_request.head.repo.id").orElse(-1L) != base,
                payload.flag("pull_request.draft"),
                actor("pull_request.user"));
    }
}

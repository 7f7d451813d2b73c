package dev.nanokit.webhook.trigger;

import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Writes one trigger. */
final class TriggerWriter {
    private final JsonGenerator out;

    TriggerWriter(JsonGenerator out) {
        this.out = out;
    }

    void write(Trigger trigger) {
        out.writeStartObject();
        out.writeStringProperty("type", trigger.getClass().getSimpleName());
        switch (trigger) {
            case Trigger.PullRequestChanged changed -> {
                repository(changed.repository());
                pullRequest(changed.pullRequest());
                out.writeStringProperty("change", changed.change().name());
                actor("sender", changed.sender());
            }
            case Trigger.PullRequestClosed closed -> {
                repository(closed.repository());
                pullRequest(closed.pullRequest());
                out.writeBooleanProperty("merged", closed.merged());
                actor("sender", closed.sender());
            }
            case Trigger.CommentCreated comment -> comment(comment);
            case Trigger.CheckRerequested check -> {
                check(check.repository(), check.headSha(), check.pullRequests(), check.sender());
                out.writeStringProperty("externalId", check.externalId());
            }
            case Trigger.CheckActionRequested action -> {
                check(action.repository(), action.headSha(), action.pullRequests(), action.sender());
                out.writeStringProperty("externalId", action.externalId());
                out.writeStringProperty("identifier", action.identifier());
            }
            case Trigger.CheckSuiteRerequested suite ->
                check(suite.repository(), suite.headSha(), suite.pullRequests(), suite.sender());
            case Trigger.MergeGroupRequested group -> {
                commit(group.repository(), group.headSha(), group.sender());
                out.writeStringProperty("baseBranch", group.baseBranch());
            }
            case Trigger.BranchPushed push -> {
                commit(push.repository(), push.headSha(), push.sender());
                out.writeStringProperty("branch", push.branch());
            }
            case Trigger.InstallationChanged installation -> installation(installation);
            case Trigger.Ignored ignored -> {
                out.writeStringProperty("event", ignored.event());
                out.writeStringProperty("action", ignored.action());
            }
        }
        out.writeEndObject();
    }

    private void comment(Trigger.CommentCreated comment) {
        repository(comment.repository());
        out.writeNumberProperty("pullRequest", comment.pullRequest());
        out.writeNumberProperty("commentId", comment.commentId());
        out.writeStringProperty("body", comment.body());
        actor("author", comment.author());
    }

    private void installation(Trigger.InstallationChanged installation) {
        out.writeNumberProperty("installationId", installation.installationId());
        out.writeNumberProperty("accountId", installation.accountId());
        out.writeStringProperty("action", installation.action());
        out.writeArrayPropertyStart("repositories");
        installation.repositories().forEach(out::writeString);
        out.writeEndArray();
    }

    private void check(RepositoryRef repository, String headSha, List<Integer> pullRequests, Actor sender) {
        commit(repository, headSha, sender);
        out.writeArrayPropertyStart("pullRequests");
        pullRequests.forEach(out::writeNumber);
        out.writeEndArray();
    }

    private void commit(RepositoryRef repository, String headSha, Actor sender) {
        repository(repository);
        out.writeStringProperty("headSha", headSha);
        actor("sender", sender);
    }

    private void repository(RepositoryRef repository) {
        out.writeObjectPropertyStart("repository");
        out.writeNumberProperty("installationId", repository.installationId());
        out.writeNumberProperty("accountId", repository.accountId());
        out.writeStringProperty("fullName", repository.fullName());
        out.writeStringProperty("defaultBranch", repository.defaultBranch());
        out.writeEndObject();
    }

    private void pullRequest(PullRequestRef pullRequest) {
        out.writeObjectPropertyStart("pullRequest");
        out.writeNumberProperty("number", pullRequest.number());
        out.writeStringProperty("headSha", pullRequest.headSha());
        out.writeStringProperty("headBranch", pullRequest.headBranch());
        out.writeStringProperty("baseBranch", pullRequest.baseBranch());
        out.writeBooleanProperty("fork", pullRequest.fork());
        out.writeBooleanProperty("draft", pullRequest.draft());
        actor("author", pullRequest.author());
        out.writeEndObject();
    }

    private void actor(String name, Actor actor) {
        out.writeObjectPropertyStart(name);
        out.writeStringProperty("login", actor.login());
        out.writeBooleanProperty("bot", actor.bot());
        out.writeEndObject();
    }
}

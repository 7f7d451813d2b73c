package dev.nanokit.webhook.trigger;

import dev.nanokit.webhook.trigger.Trigger.Change;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes a trigger of an event. Pure; reads large payloads in one pass, and keeps little of them. */
public final class TriggerParser {
    /** In lower case. A comment that does not hold it holds no command either. */
    private static final String COMMAND_WORD = "/nanokit";

    private static final String BRANCH = "refs/heads/";

    private TriggerParser() {}

    /**
     * @param event as in {@code X-GitHub-Event}
     * @return {@link Trigger.Ignored} for each event and action that Nanokit has no use for
     * @throws MalformedPayloadException when the payload is not what GitHub sends with such an event
     */
    public static Trigger parse(String event, byte[] body) {
        return switch (event) {
            case "pull_request" -> pullRequest(read(body));
            case "issue_comment" -> issueComment(read(body));
            case "check_run" -> checkRun(read(body));
            case "check_suite" -> checkSuite(read(body));
            case "merge_group" -> mergeGroup(read(body));
            case "push" -> push(read(body));
            case "installation" -> installation(read(body));
            case "installation_repositories" -> installationRepositories(read(body));
            default -> new Trigger.Ignored(event, "");
        };
    }

    private static PayloadParts read(byte[] body) {
        return new PayloadParts(PayloadReader.read(body, PayloadParts.WANTED));
    }

    private static Trigger pullRequest(PayloadParts parts) {
        return switch (parts.action()) {
            case "opened" -> changed(parts, Change.OPENED);
            case "synchronize" -> changed(parts, Change.SYNCHRONIZED);
            case "reopened" -> changed(parts, Change.REOPENED);
            case "ready_for_review" -> changed(parts, Change.READY_FOR_REVIEW);
            case "edited" ->
                parts.payload().has("changes.base")
                        ? changed(parts, Change.BASE_EDITED)
                        : parts.ignored("pull_request");
            case "closed" ->
                new Trigger.PullRequestClosed(
                        parts.repository(),
                        parts.pullRequest(),
                        parts.payload().flag("pull_request.merged"),
                        parts.sender());
            default -> parts.ignored("pull_request");
        };
    }

    private static Trigger changed(PayloadParts parts, Change change) {
        return new Trigger.PullRequestChanged(parts.repository(), parts.pullRequest(), change, parts.sender());
    }

    /** Bots are not listened to, this App's own comments first of all: they may quote commands. */
    private static Trigger issueComment(PayloadParts parts) {
        Payload payload = parts.payload();
        if (!parts.action().equals("created") || !payload.has("issue.pull_request")) {
            return parts.ignored("issue_comment");
        }
        String body = payload.prose("comment.body");
        Actor author = parts.actor("comment.user");
        if (author.bot() || !body.toLowerCase(Locale.ROOT).contains(COMMAND_WORD)) {
            return parts.ignored("issue_comment");
        }
        return new Trigger.CommentCreated(
                parts.repository(),
                payload.smallNumber("issue.number"),
                payload.number("comment.id"),
                CommentText.clean(body),
                author);
    }

    private static Trigger checkRun(PayloadParts parts) {
        Payload payload = parts.payload();
        return switch (parts.action()) {
            case "rerequested" ->
                new Trigger.CheckRerequested(
                        parts.repository(),
                        payload.commit("check_run.head_sha"),
                        externalId(payload),
                        payload.smallNumbers("check_run.pull_requests.number"),
                        parts.sender());
            case "requested_action" ->
                new Trigger.CheckActionRequested(
                        parts.repository(),
                        payload.commit("check_run.head_sha"),
                        externalId(payload),
                        payload.text("requested_action.identifier"),
                        payload.smallNumbers("check_run.pull_requests.number"),
                        parts.sender());
            default -> parts.ignored("check_run");
        };
    }

    private static String externalId(Payload payload) {
        return payload.findText("check_run.external_id").orElse("");
    }

    private static Trigger checkSuite(PayloadParts parts) {
        if (!parts.action().equals("rerequested")) {
            return parts.ignored("check_suite");
        }
        return new Trigger.CheckSuiteRerequested(
                parts.repository(),
                parts.payload().commit("check_suite.head_sha"),
                parts.payload().smallNumbers("check_suite.pull_requests.number"),
                parts.sender());
    }

    private static Trigger mergeGroup(PayloadParts parts) {
        if (!parts.action().equals("checks_requested")) {
            return parts.ignored("merge_group");
        }
        String base = parts.payload().text("merge_group.base_ref");
        return new Trigger.MergeGroupRequested(
                parts.repository(),
                parts.payload().commit("merge_group.head_sha"),
                branch(base).orElse(base),
                parts.sender());
    }

    private static Trigger push(PayloadParts parts) {
        Optional<String> branch = branch(parts.payload().text("ref"));
        if (branch.isEmpty() || parts.payload().flag("deleted")) {
            return parts.ignored("push");
        }
        return new Trigger.BranchPushed(
                parts.repository(), branch.get(), parts.payload().commit("after"), parts.sender());
    }

    private static Optional<String> branch(String ref) {
        return ref.startsWith(BRANCH) ? Optional.of(ref.substring(BRANCH.length())) : Optional.empty();
    }

    private static Trigger installation(PayloadParts parts) {
        return installation(parts, parts.payload().texts("repositories.full_name"));
    }

    private static Trigger installationRepositories(PayloadParts parts) {
        String list = parts.action().equals("removed") ? "repositories_removed" : "repositories_added";
        return installation(parts, parts.payload().texts(list + ".full_name"));
    }

    private static Trigger installation(PayloadParts parts, List<String> repositories) {
        return new Trigger.InstallationChanged(
                parts.payload().number("installation.id"),
                parts.payload().number("installation.account.id"),
                parts.action(),
                repositories);
    }
}

package dev.nanokit.github.flow;

import dev.nanokit.github.api.GitHubException;
import dev.nanokit.github.flow.CheckId.Origin;
import dev.nanokit.github.report.CommentRenderer;
import dev.nanokit.github.report.PostedCheck;
import dev.nanokit.webhook.log.JsonLog;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The one comment of a pull request that shows where its checks stand, where such comments are wanted. */
final class PlanComment {
    private final StandingChecks checks;
    private final boolean wanted;
    private final JsonLog log;

    PlanComment(StandingChecks checks, FlowPorts ports) {
        this.checks = checks;
        this.wanted = ports.settings().planComments();
        this.log = ports.log();
    }

    /** Shows all checks at the commit as they stand now. Does nothing for what is no pull request's commit. */
    void update(Commit commit) {
        if (wanted && commit.origin() instanceof Origin.PullRequest(int number)) {
            List<PostedCheck> standing = checks.of(commit);
            if (!standing.isEmpty()) {
                write(commit, number, CommentRenderer.plans(standing));
            }
        }
    }

    /** The checks show it all anyway: where GitHub allows no comment, things go on without. */
    private void write(Commit commit, int number, String body) {
        try {
            Optional<Long> there = commit.repository().findComment(number, CommentRenderer.PLAN_MARKER);
            if (there.isPresent()) {
                commit.repository().updateComment(there.get(), body);
            } else {
                commit.repository().createComment(number, body);
            }
        } catch (GitHubException e) {
            if (e.retryable()) {
                throw e;
            }
            log.write(JsonLog.Level.WARN, "no comment of the plans", Map.of("error", String.valueOf(e.getMessage())));
        }
    }
}

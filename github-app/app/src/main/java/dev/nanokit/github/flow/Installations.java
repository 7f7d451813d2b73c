package dev.nanokit.github.flow;

import dev.nanokit.github.api.GitHubException;
import dev.nanokit.github.flow.memory.PullRequestNotes;
import dev.nanokit.webhook.log.JsonLog;
import dev.nanokit.webhook.trigger.PullRequestRef;
import dev.nanokit.webhook.trigger.RepositoryRef;
import dev.nanokit.webhook.trigger.Trigger;
import java.util.Map;

/**
 * The App was given repositories, or they were taken from it. Where it is new, it plans the pull requests that are open:
 * nobody should have to push to them for that. What waits for a repository that is gone has heard of it on arrival, and
 * there is nothing to clean up at GitHub.
 */
final class Installations {
    /** In an organization with hundreds of repositories, to look at all would use up what GitHub allows in an hour. */
    private static final int FEW = 20;

    private final FlowPorts ports;
    private final Turns turns;
    private final PullRequestNotes pullRequests;
    private final PullRequestPlans plans;

    Installations(FlowPorts ports, Turns turns, PullRequestNotes pullRequests, PullRequestPlans plans) {
        this.ports = ports;
        this.turns = turns;
        this.pullRequests = pullRequests;
        this.plans = plans;
    }

    /** To be called by nobody who has a turn. */
    void changed(Trigger.InstallationChanged installation) throws InterruptedException {
        int repositories = installation.repositories().size();
        log(
                JsonLog.Level.INFO,
                "installation " + installation.action(),
                Map.of(
                        "installation", installation.installationId(),
                        "account", installation.accountId(),
                        "repositories", repositories));
        boolean gives = switch (installation.action()) {
            case "created", "added" -> true;
            default -> false;
        };
        if (gives && repositories <= FEW) {
            for (String name : installation.repositories()) {
                repository(new RepositoryRef(installation.installationId(), installation.accountId(), name, ""));
            }
        }
    }

    /** One that can't be looked at keeps none of the others from it. */
    private void repository(RepositoryRef ref) throws InterruptedException {
        try {
            for (PullRequestRef open : ports.github().repository(ref).openPullRequests().stream()
                    .limit(ports.settings().replans())
                    .toList()) {
                turns.take(LaneNames.ofPullRequest(ref, open.number()), () -> pullRequest(ref, open));
            }
        } catch (GitHubException e) {
            if (e.retryable()) {
                throw e;
            }
            log(
                    JsonLog.Level.WARN,
                    "not planned",
                    Map.of("repository", ref.fullName(), "error", String.valueOf(e.getMessage())));
        }
    }

    private void pullRequest(RepositoryRef ref, PullRequestRef open) throws InterruptedException {
        boolean planned = pullRequests
                .find(ref, open.number())
                .filter(note -> note.head().equals(open.headSha()) && note.roundDone() && !note.closed())
                .isPresent();
        if (!planned) {
            plans.takeUp(ref, open);
        }
    }

    private void log(JsonLog.Level level, String event, Map<String, ?> fields) {
        ports.log().write(level, event, fields);
    }
}

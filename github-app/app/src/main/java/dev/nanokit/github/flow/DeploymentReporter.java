package dev.nanokit.github.flow;

import dev.nanokit.github.api.GitHubException;
import dev.nanokit.github.api.Repository.DeploymentState;
import dev.nanokit.github.flow.memory.RunNote;
import dev.nanokit.github.flow.memory.RunNotes;
import dev.nanokit.webhook.log.JsonLog;
import java.util.Map;
import java.util.Optional;

/** Shows at GitHub what runs where. Where GitHub allows no deployments, applies go on without. */
final class DeploymentReporter {
    private final RunNotes runs;
    private final JsonLog log;

    DeploymentReporter(RunNotes runs, JsonLog log) {
        this.runs = runs;
        this.log = log;
    }

    /** @param again whether it may have been made already, by a try whose answer was lost */
    RunNote begin(Commit commit, Target target, Order order, RunNote note, boolean again, String logUrl) {
        if (note.isDeployed()) {
            return note;
        }
        String description = description(target, order);
        try {
            long id = (again ? find(commit, target, description) : Optional.<Long>empty())
                    .orElseGet(() ->
                            commit.repository().createDeployment(commit.sha(), target.environment(), description));
            RunNote deployed = runs.keep(commit.of(), order.runId(target), note.deployed(id));
            commit.repository().deploymentStatus(id, DeploymentState.IN_PROGRESS, "Applying", Optional.of(logUrl));
            return deployed;
        } catch (GitHubException e) {
            return refused(e, note);
        }
    }

    void end(Commit commit, Order order, RunNote note, boolean succeeded, String logUrl) {
        if (!note.isDeployed()) {
            return;
        }
        DeploymentState state = !succeeded
                ? DeploymentState.FAILURE
                : order.destroy() ? DeploymentState.INACTIVE : DeploymentState.SUCCESS;
        try {
            commit.repository()
                    .deploymentStatus(
                            note.deployment(),
                            state,
                            succeeded ? "Done" : "Not applied: see the check",
                            Optional.of(logUrl));
        } catch (GitHubException e) {
            refused(e, note);
        }
    }

    private static Optional<Long> find(Commit commit, Target target, String description) {
        return commit.repository().findDeployment(commit.sha(), target.environment(), description);
    }

    private static String description(Target target, Order order) {
        return "Nanokit: " + order.what() + " of component " + target.component();
    }

    private RunNote refused(GitHubException e, RunNote note) {
        if (e.retryable()) {
            throw e;
        }
        log.write(JsonLog.Level.WARN, "no deployment", Map.of("error", String.valueOf(e.getMessage())));
        return note;
    }
}

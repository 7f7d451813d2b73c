package dev.nanokit.github.flow;

import dev.nanokit.engine.source.InvalidConfigException;
import dev.nanokit.github.api.GitHubException;
import dev.nanokit.github.report.CheckState;
import dev.nanokit.provider.ProviderException;
import dev.nanokit.stages.run.RunFailedException;
import dev.nanokit.stages.secret.SecretUnavailableException;
import dev.nanokit.state.store.ForeignComponentException;
import dev.nanokit.state.store.StalePlanException;
import dev.nanokit.state.table.CorruptStateException;
import dev.nanokit.state.table.TableException;
import dev.nanokit.webhook.log.JsonLog;
import java.util.Map;

/** Tells what is to be shown of a failure from what the server had better try again. */
final class Failures {
    private final JsonLog log;

    Failures(JsonLog log) {
        this.log = log;
    }

    /** @throws RuntimeException the failure itself, when the same may go through later */
    CheckState state(RuntimeException failure) {
        return switch (failure) {
            case InvalidConfigException invalid -> new CheckState.Invalid(invalid.problems());
            case ProviderException provider -> new CheckState.Unplannable(provider.getMessage(), provider.fix());
            case SecretUnavailableException secret -> new CheckState.Unplannable(secret.getMessage(), secret.fix());
            case ForeignComponentException foreign -> new CheckState.Unplannable(foreign.getMessage(), "");
            case StalePlanException stale -> new CheckState.Unplannable(stale.getMessage(), "");
            case CorruptStateException corrupt ->
                unplannable(corrupt, corrupt.getMessage(), "Ask whoever runs the App to look at its state.");
            case GitHubException gitHub
            when !gitHub.retryable() ->
                unplannable(
                        gitHub, "GitHub refused: " + gitHub.getMessage(), "See that the App may read this repository.");
            case TableException table
            when !table.retryable() ->
                unplannable(table, table.getMessage(), "Ask whoever runs the App to see to its state.");
            case RunFailedException run -> new CheckState.Unplannable(run.getMessage(), run.fix());
            case SuspendedException suspended -> throw suspended;
            case GitHubException gitHub -> throw gitHub;
            case TableException table -> throw table;
            default ->
                unplannable(
                        failure,
                        "Nanokit itself failed (" + failure.getClass().getSimpleName() + ")",
                        "Ask whoever runs the App to look at its log.");
        };
    }

    private CheckState unplannable(RuntimeException failure, String message, String fix) {
        log.write(JsonLog.Level.ERROR, "failed", Map.of("error", failure.toString()));
        return new CheckState.Unplannable(message, fix);
    }
}

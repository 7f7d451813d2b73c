package dev.nanokit.stages.run;

import dev.nanokit.engine.source.InvalidConfigException;
import dev.nanokit.provider.ProviderException;
import dev.nanokit.stages.secret.SecretUnavailableException;
import dev.nanokit.state.lock.LockLostException;
import dev.nanokit.state.run.RunFailure;
import dev.nanokit.state.run.RunFailure.Kind;
import dev.nanokit.state.store.ForeignComponentException;
import dev.nanokit.state.store.StalePlanException;
import dev.nanokit.state.table.CorruptStateException;
import dev.nanokit.state.table.TableException;
import java.util.List;
import java.util.Optional;

/** The exceptions of {@link dev.nanokit.stages.Workflows} as failures that can be kept, and back. */
public final class Failures {
    private Failures() {}

    /** What a message holds is kept; its cause and its stack are not. */
    public static RunFailure of(RuntimeException e) {
        return switch (e) {
            case InvalidConfigException invalid ->
                new RunFailure(Kind.INVALID_CONFIG, message(e), "", "", false, Optional.empty(), invalid.problems());
            case ProviderException provider ->
                new RunFailure(
                        Kind.PROVIDER,
                        message(e),
                        String.valueOf(provider.fix()),
                        String.valueOf(provider.code()),
                        provider.retryable(),
                        provider.requestId(),
                        List.of());
            case TableException table ->
                new RunFailure(Kind.STATE, message(e), table.fix(), "", table.retryable(), Optional.empty(), List.of());
            case CorruptStateException corrupt -> RunFailure.of(Kind.STATE, message(e), corrupt.fix());
            case ForeignComponentException ignored -> RunFailure.of(Kind.FOREIGN_COMPONENT, message(e), "");
            case StalePlanException ignored -> RunFailure.of(Kind.STALE_PLAN, message(e), "");
            case LockLostException ignored -> RunFailure.of(Kind.LOCK_LOST, message(e), "");
            case RunFailedException run -> RunFailure.of(Kind.RUN, message(e), run.fix());
            case SecretUnavailableException secret -> RunFailure.of(Kind.RUN, message(e), secret.fix());
            default ->
                RunFailure.of(Kind.UNEXPECTED, "unexpected: " + e, "this is a defect in nanokit; please report it");
        };
    }

    /** What {@link dev.nanokit.stages.Workflows} would have thrown. */
    public static RuntimeException exception(RunFailure failure) {
        return switch (failure.kind()) {
            case INVALID_CONFIG -> new InvalidConfigException(failure.problems());
            case PROVIDER ->
                new ProviderException(
                        failure.message(),
                        failure.retryable(),
                        failure.code(),
                        failure.fix(),
                        failure.requestId().orElse(null),
                        null);
            case STATE -> new TableException(failure.message(), failure.retryable(), failure.fix(), null);
            case FOREIGN_COMPONENT -> new ForeignComponentException(failure.message());
            case STALE_PLAN -> new StalePlanException(failure.message());
            case LOCK_LOST -> new LockLostException(failure.message());
            case RUN, UNEXPECTED -> new RunFailedException(failure.message(), failure.fix());
        };
    }

    private static String message(RuntimeException e) {
        return String.valueOf(e.getMessage());
    }
}

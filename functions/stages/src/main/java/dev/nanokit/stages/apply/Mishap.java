package dev.nanokit.stages.apply;

import dev.nanokit.engine.source.InvalidConfigException;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.provider.ProviderException;
import dev.nanokit.stages.ApplyResult.Cause;
import dev.nanokit.stages.secret.SecretUnavailableException;
import dev.nanokit.state.lock.LockLostException;
import dev.nanokit.state.table.TableException;

/**
 * Why a change could not be done, as it is told.
 *
 * @param cause why nothing more is begun because of it
 */
public record Mishap(String message, String fix, Cause cause) {
    public static Mishap of(RuntimeException e) {
        return switch (e) {
            case LockLostException ignored -> lockLost();
            case Attempt.AbandonedException ignored -> lockLost();
            case ProviderException refused -> new Mishap(refused.getMessage(), refused.fix(), Cause.FAILED);
            case TableException state ->
                new Mishap("the state could not be written: " + state.getMessage(), state.fix(), Cause.FAILED);
            case SecretUnavailableException secret -> new Mishap(secret.getMessage(), secret.fix(), Cause.FAILED);
            case InvalidConfigException invalid -> of(invalid.problems().getFirst());
            default -> new Mishap("unexpected: " + e, "this is a defect in nanokit; please report it", Cause.FAILED);
        };
    }

    private static Mishap of(Problem problem) {
        return new Mishap(problem.what(), problem.fix(), Cause.FAILED);
    }

    public static Mishap lockLost() {
        return new Mishap(
                "the lock was cleared or taken over while this was being done", "run it again", Cause.LOCK_LOST);
    }
}

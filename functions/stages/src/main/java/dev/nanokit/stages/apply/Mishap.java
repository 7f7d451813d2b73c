package dev.nanokit.stages.apply;

import dev.nanokit.provider.ProviderException;
import dev.nanokit.stages.ApplyResult.Cause;
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
            default -> new Mishap("unexpected: " + e, "this is a defect in nanokit; please report it", Cause.FAILED);
        };
    }

    public static Mishap lockLost() {
        return new Mishap(
                "the lock was cleared or taken over while this was being done", "run it again", Cause.LOCK_LOST);
    }
}

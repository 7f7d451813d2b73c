package dev.nanokit.stages.apply;

import dev.nanokit.engine.plan.PlanHead;
import java.util.Optional;

/** What is to become of a plan that was made under the lock. */
public enum Verdict {
    /** What it needs of others is not there yet. */
    NOT_READY,
    /** It is another than the one that was agreed to. */
    STALE,
    /** It would lose data, which was not agreed to. */
    GUARDED,
    /** There is nothing to do. */
    EMPTY,
    GO;

    /**
     * @param approvedDigest digest of the plan that was agreed to; empty when any is
     * @param force whether losing data was agreed to
     */
    public static Verdict on(PlanHead plan, Optional<String> approvedDigest, boolean force) {
        if (plan.blockedOn().isPresent()) {
            return NOT_READY;
        }
        if (approvedDigest.filter(digest -> !digest.equals(plan.digest())).isPresent()) {
            return STALE;
        }
        if (!plan.guards().isEmpty() && !force) {
            return GUARDED;
        }
        return plan.waves().isEmpty() ? EMPTY : GO;
    }
}

package dev.nanokit.stages.apply;

import dev.nanokit.engine.plan.PlanHead;
import dev.nanokit.stages.ApplyResult.Cause;
import dev.nanokit.state.audit.AuditEntry;
import dev.nanokit.state.lock.Holder;
import java.time.Instant;
import java.util.Optional;

/** What the audit trail says of an apply that has come to its end. */
public final class Conclusion {
    private Conclusion() {}

    /**
     * @param done how many changes were done
     * @param stopped why it stopped before the end; empty when all is done
     */
    public static AuditEntry entry(Instant at, Holder holder, PlanHead plan, int done, Optional<Cause> stopped) {
        String outcome = stopped.map(cause -> "stopped: " + cause).orElse("applied");
        return new AuditEntry(
                at,
                holder.who(),
                holder.what(),
                outcome + ": component " + plan.component() + ", plan " + plan.id() + ", " + done + " of " + plan.size()
                        + " changes");
    }
}

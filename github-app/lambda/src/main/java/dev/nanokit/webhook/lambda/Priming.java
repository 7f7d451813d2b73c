package dev.nanokit.webhook.lambda;

import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.Table;
import dev.nanokit.webhook.log.JsonLog;
import dev.nanokit.webhook.log.JsonLog.Level;
import java.util.Map;
import org.crac.Context;
import org.crac.Resource;

/**
 * What the function does before Lambda takes its snapshot, so that the first request after a restore finds all of its
 * code loaded and run once. It writes nothing, and reads no secret: the snapshot holds none.
 */
final class Priming implements Resource {
    private static final ItemKey NOTHING = new ItemKey("DELIVERY#rehearsal", "STARTED");

    private final IntakeSwitch intakes;
    private final Rehearsal rehearsal;
    private final Table table;
    private final CachedSecrets secrets;
    private final JsonLog log;

    Priming(IntakeSwitch intakes, Rehearsal rehearsal, Table table, CachedSecrets secrets, JsonLog log) {
        this.intakes = intakes;
        this.rehearsal = rehearsal;
        this.table = table;
        this.secrets = secrets;
        this.log = log;
    }

    /** Rehearses, and asks the real table for one item that is not there: connections and TLS are code as well. */
    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        attempt(() -> rehearsal.perform(intakes));
        attempt(() -> table.get(NOTHING));
    }

    /** A snapshot may be weeks old, so whatever it knows of secrets does not count. */
    @Override
    public void afterRestore(Context<? extends Resource> context) {
        secrets.forget();
    }

    /** A function that could not be primed is a slower one, and no reason not to deploy it. */
    private void attempt(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            log.write(Level.WARN, "priming", Map.of("detail", e.getClass().getSimpleName() + ": " + e.getMessage()));
        }
    }
}

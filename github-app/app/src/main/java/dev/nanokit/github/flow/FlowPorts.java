package dev.nanokit.github.flow;

import dev.nanokit.github.api.GitHub;
import dev.nanokit.stages.Workflows;
import dev.nanokit.state.lock.Locks;
import dev.nanokit.state.store.StateStore;
import dev.nanokit.state.table.Table;
import dev.nanokit.webhook.log.JsonLog;
import java.time.InstantSource;

/**
 * What the App works on.
 *
 * @param table where it keeps what it must remember; the one of the state
 * @param waiting told when an apply only waits for others
 */
public record FlowPorts(
        GitHub github,
        Workflows workflows,
        StateStore store,
        Locks locks,
        Table table,
        InstantSource clock,
        JsonLog log,
        FlowSettings settings,
        Waiting waiting) {
    /** Where nobody cares what waits. */
    public FlowPorts(
            GitHub github,
            Workflows workflows,
            StateStore store,
            Locks locks,
            Table table,
            InstantSource clock,
            JsonLog log,
            FlowSettings settings) {
        this(github, workflows, store, locks, table, clock, log, settings, Waiting.UNNOTICED);
    }

    /** Of a process in which no stage runs. */
    public static FlowPorts withoutStages(
            GitHub github,
            StateStore store,
            Locks locks,
            Table table,
            InstantSource clock,
            JsonLog log,
            FlowSettings settings) {
        return new FlowPorts(github, NoStagesHere.INSTANCE, store, locks, table, clock, log, settings);
    }

    /**
     * These, for a piece of work that no trigger has begun. Planning suspends it until the plan is there.
     *
     * @param work its name
     */
    public FlowPorts withStagesElsewhere(StageRuns runs, String work) {
        return asSeenBy(work, github, new StagesElsewhere(runs, work, (run, commit) -> {}));
    }

    /** These, with GitHub as a piece of work has found it, and the stages as it sees them; the log names the work. */
    FlowPorts asSeenBy(String work, GitHub remembered, Workflows elsewhere) {
        return new FlowPorts(
                remembered, elsewhere, store, locks, table, clock, log.about("work", work), settings, waiting);
    }
}

package dev.nanokit.github.flow;

import dev.nanokit.github.flow.memory.RunNote;
import dev.nanokit.github.flow.memory.RunNotes;
import dev.nanokit.state.lock.Holder;
import java.util.List;

/**
 * Applies whose process died before they were done. In the turn of a pull request nobody is at one of its applies, so
 * one that is written down all the same has died, provided that all work is done in turns.
 */
final class DeadRuns {
    private final FlowPorts ports;
    private final RunNotes runs;
    private final Turns turns;

    DeadRuns(FlowPorts ports, RunNotes runs, Turns turns) {
        this.ports = ports;
        this.runs = runs;
        this.turns = turns;
    }

    /** Whether it can be told that a run has died. */
    boolean areKnown() {
        return turns.coverAllWork();
    }

    /**
     * Frees the locks that they hold and leaves their places in queues. To be called in the turn of what is worked on.
     *
     * @param link by which they name themselves as holders
     * @return those that may have changed something before they died
     */
    List<RunNote> clear(Commit commit, String link, String why) {
        if (!areKnown()) {
            return List.of();
        }
        List<RunNote> dead = runs.all(commit.of()).stream()
                .filter(run -> run.outcome().isEmpty())
                .toList();
        dead.stream()
                .map(RunNote::environment)
                .distinct()
                .forEach(environment -> ports.locks()
                        .clearDead(
                                environment,
                                holder -> holder.link().equals(link),
                                new Holder("nanokit", why, link, ports.clock().instant())));
        return dead.stream().filter(RunNote::isChanging).toList();
    }
}

package dev.nanokit.github.drift;

import dev.nanokit.github.api.Issues;
import dev.nanokit.github.flow.FlowPorts;
import dev.nanokit.github.flow.memory.Watched;
import dev.nanokit.github.flow.memory.Watchlist;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Goes round everything that the App has applied, one component at a time. Where it stands is kept in the table: any number
 * of processes may go round side by side, and whoever comes next goes on where the last one stopped.
 */
public final class DriftRound {
    private static final Duration BETWEEN_TRIES = Duration.ofHours(1);

    private final Watchlist watchlist;
    private final DriftWatch watch;

    /**
     * @param looked what came of it
     * @param left how many more are due
     */
    public record Step(Watched watched, Verdict looked, int left) {}

    public DriftRound(FlowPorts ports, Issues.Tracker issues) {
        this.watchlist = new Watchlist(ports.table(), ports.clock());
        this.watch = new DriftWatch(ports, issues, watchlist);
    }

    /** What nobody has looked at for so long, the longest first. What could not be looked at comes again after an hour. */
    public List<Watched> due(Duration every) {
        Duration tries = every.compareTo(BETWEEN_TRIES) < 0 ? every : BETWEEN_TRIES;
        return watchlist.due(every, tries);
    }

    /**
     * Looks at the one that has waited longest.
     *
     * @return empty where none is due
     * @throws RuntimeException when it could not be done; it is due again after an hour
     */
    public Optional<Step> next(Duration every) {
        List<Watched> due = due(every);
        for (int i = 0; i < due.size(); i++) {
            Optional<Watched> mine = watchlist.begin(due.get(i));
            if (mine.isPresent()) {
                return Optional.of(new Step(mine.get(), watch.look(mine.get()), due.size() - i - 1));
            }
        }
        return Optional.empty();
    }

    /**
     * Begins with a component that is due, for {@link #look}; empty when somebody else has.
     */
    public Optional<Watched> begin(Watched due) {
        return watchlist.begin(due);
    }

    /**
     * Looks at one. May be called again with the same, whatever became of the call before: where planning is suspended,
     * say, until the plan is there.
     *
     * @throws RuntimeException when it could not be done
     */
    public Verdict look(Watched watched) {
        return watch.look(watched);
    }
}

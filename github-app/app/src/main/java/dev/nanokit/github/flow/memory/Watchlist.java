package dev.nanokit.github.flow.memory;

import dev.nanokit.state.EnvironmentId;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.Table;
import dev.nanokit.webhook.trigger.RepositoryRef;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Every component that the App has applied, wherever it lies: what there is to be looked after. */
public final class Watchlist {
    private static final String PARTITION = "WATCHED";

    private final Notes notes;
    private final InstantSource clock;

    public Watchlist(Table table, InstantSource clock) {
        this.notes = Notes.lasting(table, clock);
        this.clock = clock;
    }

    /** The component has been applied, or a part of it. */
    public void applied(RepositoryRef ref, EnvironmentId environment, String component) {
        notes.write(
                key(environment, component),
                before -> before.map(Watched::of)
                        .orElseGet(
                                () -> new Watched(ref, environment, component, clock.instant(), Instant.EPOCH, false))
                        .applied(ref, clock.instant())
                        .body());
    }

    /**
     * Those that nobody has looked at for so long, the longest first; without those that somebody has begun with and not
     * got through with just now.
     *
     * @param betweenTries how long after such a beginning it may be tried again
     */
    public List<Watched> due(Duration every, Duration betweenTries) {
        return notes.all(PARTITION, "").stream()
                .map(Watched::of)
                .filter(watched -> isPast(watched.looked().plus(every)))
                .filter(watched -> isPast(watched.begun().plus(betweenTries)))
                .sorted(Comparator.comparing(Watched::looked))
                .toList();
    }

    /** Begins with it, unless somebody else has meanwhile. */
    public Optional<Watched> begin(Watched due) {
        boolean[] mine = new boolean[1];
        Watched begun = due.begun(clock.instant());
        notes.write(key(due), before -> {
            Watched now = before.map(Watched::of).orElse(due);
            mine[0] = now.equals(due);
            return mine[0] ? begun.body() : now.body();
        });
        return mine[0] ? Optional.of(begun) : Optional.empty();
    }

    public void looked(Watched watched, boolean drifted) {
        notes.write(
                key(watched),
                before -> before.map(Watched::of)
                        .orElse(watched)
                        .looked(clock.instant(), drifted)
                        .body());
    }

    /** Nothing of it is there any more. */
    public void forget(Watched watched) {
        notes.forget(key(watched));
    }

    private boolean isPast(Instant time) {
        return !time.isAfter(clock.instant());
    }

    private static ItemKey key(Watched watched) {
        return key(watched.environment(), watched.component());
    }

    private static ItemKey key(EnvironmentId id, String component) {
        return new ItemKey(PARTITION, id.tenant() + "/" + id.project() + "#" + id.environment() + "#" + component);
    }
}

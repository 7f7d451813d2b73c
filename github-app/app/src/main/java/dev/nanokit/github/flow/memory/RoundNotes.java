package dev.nanokit.github.flow.memory;

import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.Table;
import java.time.InstantSource;
import java.util.Optional;

/** What is being looked at in each round that goes on step by step. */
public final class RoundNotes {
    private final Notes notes;

    public RoundNotes(Table table, InstantSource clock) {
        this.notes = new Notes(table, clock);
    }

    public Optional<Watched> current(String round) {
        return notes.read(key(round)).map(Watched::of);
    }

    public Watched begin(String round, Watched watched) {
        notes.write(key(round), before -> watched.body());
        return watched;
    }

    public void done(String round) {
        notes.forget(key(round));
    }

    private static ItemKey key(String round) {
        return new ItemKey("DRIFTROUND#" + round, "CURRENT");
    }
}

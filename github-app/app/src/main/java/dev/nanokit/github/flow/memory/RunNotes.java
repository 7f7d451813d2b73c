package dev.nanokit.github.flow.memory;

import dev.nanokit.state.table.ItemKey;
import java.util.Optional;

/** The applies that are under way. */
public final class RunNotes {
    private final Notes notes;

    public RunNotes(Notes notes) {
        this.notes = notes;
    }

    /** @param id the same when the trigger is handled again */
    public Optional<RunNote> find(String id) {
        return notes.read(key(id)).map(RunNote::of);
    }

    public RunNote keep(String id, RunNote note) {
        notes.write(key(id), before -> note.body());
        return note;
    }

    public void forget(String id) {
        notes.forget(key(id));
    }

    private static ItemKey key(String id) {
        return new ItemKey("RUN#" + id, "RUN");
    }
}

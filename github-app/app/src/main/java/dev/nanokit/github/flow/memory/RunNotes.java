package dev.nanokit.github.flow.memory;

import dev.nanokit.state.table.ItemKey;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The applies that are under way. */
public final class RunNotes {
    private final Notes notes;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    public RunNotes(Notes notes) {
        this.notes = notes;
    }

    /** @param id the same when the trigger is handled again */
    public Optional<RunNote> find(String id) {
        Optional<RunNote> note = notes.read(key(id)).map(RunNote::of);
        note.filter(RunNote::isTold).ifPresent(ended -> told.add(id));
        return note;
    }

    public RunNote keep(String id, RunNote note) {
        notes.write(key(id), before -> note.body());
        return note;
    }

    /** Everybody has heard how it ended. It stays until the trigger is done with, which may ask for more than this. */
    public void told(String id, RunNote note) {
        keep(id, note.told());
        told.add(id);
    }

    /** Forgets those that have been told of: the same may be asked for again. */
    public void forgetTold() {
        for (String id : Set.copyOf(told)) {
            notes.forget(key(id));
            told.remove(id);
        }
    }

    private static ItemKey key(String id) {
        return new ItemKey("RUN#" + id, "RUN");
    }
}

package dev.nanokit.github.flow.memory;

import dev.nanokit.state.table.ItemKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The applies that are under way, or were when the process ended, of each pull request or branch. */
public final class RunNotes {
    private final Notes notes;
    private final Set<ItemKey> told = ConcurrentHashMap.newKeySet();

    public RunNotes(Notes notes) {
        this.notes = notes;
    }

    /**
     * @param of names the pull request or branch
     * @param id the same when the trigger is handled again
     */
    public Optional<RunNote> find(String of, String id) {
        Optional<RunNote> note = notes.read(key(of, id)).map(RunNote::of);
        note.filter(RunNote::isTold).ifPresent(ended -> told.add(key(of, id)));
        return note;
    }

    public List<RunNote> all(String of) {
        return notes.all(partition(of), "").stream().map(RunNote::of).toList();
    }

    public RunNote keep(String of, String id, RunNote note) {
        notes.write(key(of, id), before -> note.body());
        return note;
    }

    /** Everybody has heard how it ended. It stays until the trigger is done with, which may ask for more than this. */
    public void told(String of, String id, RunNote note) {
        keep(of, id, note.told());
        told.add(key(of, id));
    }

    /** Forgets those that have been told of: the same may be asked for again. */
    public void forgetTold() {
        for (ItemKey key : Set.copyOf(told)) {
            notes.forget(key);
            told.remove(key);
        }
    }

    private static ItemKey key(String of, String id) {
        return new ItemKey(partition(of), id);
    }

    private static String partition(String of) {
        return "RUN#" + of;
    }
}

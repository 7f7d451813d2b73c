package dev.nanokit.github.drift;

import dev.nanokit.github.flow.memory.Notes;
import dev.nanokit.github.flow.memory.Watched;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.Table;
import java.time.InstantSource;
import java.util.Optional;

/** The issues that the App has opened about drift. */
final class IssueNotes {
    private final Notes notes;

    IssueNotes(Table table, InstantSource clock) {
        this.notes = Notes.lasting(table, clock);
    }

    Optional<IssueNote> find(Watched watched) {
        return notes.read(key(watched)).map(IssueNote::of);
    }

    void keep(Watched watched, IssueNote note) {
        notes.write(key(watched), before -> note.body());
    }

    void forget(Watched watched) {
        notes.forget(key(watched));
    }

    /** An issue belongs to its repository: another that applies the component later has one of its own. */
    private static ItemKey key(Watched watched) {
        return new ItemKey(
                "DRIFT#" + watched.environment().tenant() + "/"
                        + watched.repository().fullName(),
                watched.environment().project() + "#" + watched.environment().environment() + "#"
                        + watched.component());
    }
}

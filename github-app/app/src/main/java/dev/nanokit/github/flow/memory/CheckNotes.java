package dev.nanokit.github.flow.memory;

import dev.nanokit.state.table.ItemKey;
import dev.nanokit.webhook.trigger.RepositoryRef;
import java.util.List;
import java.util.Optional;

/** The checks that the App has made. */
public final class CheckNotes {
    private final Notes notes;

    public CheckNotes(Notes notes) {
        this.notes = notes;
    }

    public Optional<CheckNote> find(RepositoryRef ref, String sha, String external) {
        return notes.read(key(ref, sha, external)).map(CheckNote::of);
    }

    /** Those of a commit. */
    public List<CheckNote> of(RepositoryRef ref, String sha) {
        return notes.all(partition(ref, sha), "").stream().map(CheckNote::of).toList();
    }

    public void keep(RepositoryRef ref, String sha, CheckNote note) {
        notes.write(key(ref, sha, note.external()), before -> note.body());
    }

    private static ItemKey key(RepositoryRef ref, String sha, String external) {
        return new ItemKey(partition(ref, sha), external);
    }

    private static String partition(RepositoryRef ref, String sha) {
        return "CHECKS#" + RepositoryKey.of(ref) + "@" + sha;
    }
}

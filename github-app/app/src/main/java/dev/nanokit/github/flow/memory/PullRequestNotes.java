package dev.nanokit.github.flow.memory;

import dev.nanokit.state.table.ItemKey;
import dev.nanokit.webhook.trigger.RepositoryRef;
import java.util.Optional;
import java.util.function.Function;

/** The pull requests that the App knows. */
public final class PullRequestNotes {
    private final Notes notes;

    public PullRequestNotes(Notes notes) {
        this.notes = notes;
    }

    public Optional<PullRequestNote> find(RepositoryRef ref, int number) {
        return notes.read(key(ref, number)).map(PullRequestNote::of);
    }

    /** @return what is remembered then */
    public PullRequestNote change(
            RepositoryRef ref, int number, Function<Optional<PullRequestNote>, PullRequestNote> change) {
        PullRequestNote[] after = new PullRequestNote[1];
        notes.write(key(ref, number), before -> {
            after[0] = change.apply(before.map(PullRequestNote::of));
            return after[0].body();
        });
        return after[0];
    }

    private static ItemKey key(RepositoryRef ref, int number) {
        return new ItemKey("PULLREQUEST#" + RepositoryKey.of(ref), String.valueOf(number));
    }
}

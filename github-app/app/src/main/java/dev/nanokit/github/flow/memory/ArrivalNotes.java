package dev.nanokit.github.flow.memory;

import dev.nanokit.engine.value.Value;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.webhook.trigger.RepositoryRef;
import java.util.Map;
import java.util.Optional;

/** What the newest delivery has said of each pull request, branch and installation. */
public final class ArrivalNotes {
    private final Notes notes;

    public ArrivalNotes(Notes notes) {
        this.notes = notes;
    }

    /** @param what {@code #12} or {@code :main} */
    public Optional<String> head(RepositoryRef ref, String what) {
        return notes.read(key(ref, what)).map(fields -> fields.text("head"));
    }

    public void keepHead(RepositoryRef ref, String what, String head) {
        notes.write(key(ref, what), before -> body(head));
    }

    /** Unless another delivery has said something else meanwhile. */
    public void correctHead(RepositoryRef ref, String what, String before, String head) {
        notes.write(
                key(ref, what),
                now -> now.filter(fields -> !fields.text("head").equals(before))
                        .map(fields -> body(fields.text("head")))
                        .orElseGet(() -> body(head)));
    }

    public boolean isRemoved(long installation) {
        return notes.read(key(installation)).isPresent();
    }

    public void keepRemoved(long installation, boolean removed) {
        if (removed) {
            notes.write(key(installation), before -> Value.Obj.EMPTY);
        } else {
            notes.forget(key(installation));
        }
    }

    private static Value.Obj body(String head) {
        return Value.obj(Map.of("head", Value.text(head)));
    }

    private static ItemKey key(RepositoryRef ref, String what) {
        return new ItemKey("ARRIVALS#" + RepositoryKey.of(ref), what);
    }

    private static ItemKey key(long installation) {
        return new ItemKey("REMOVED#" + installation, "INSTALLATION");
    }
}

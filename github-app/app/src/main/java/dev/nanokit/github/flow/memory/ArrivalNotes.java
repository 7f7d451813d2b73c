package dev.nanokit.github.flow.memory;

import dev.nanokit.engine.value.Value;
import dev.nanokit.state.table.Fields;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.webhook.trigger.RepositoryRef;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the newest delivery has said of each pull request, branch, installation and repository. */
public final class ArrivalNotes {
    private static final String REPOSITORY = "REPOSITORY#";

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

    /** Whether the installation has lost all its repositories, or this one. */
    public boolean isRemoved(RepositoryRef ref) {
        return notes.read(installation(ref.installationId())).isPresent()
                || notes.read(repository(ref.installationId(), ref.fullName())).isPresent();
    }

    public void keepRemoved(long installation) {
        notes.write(installation(installation), before -> Value.Obj.EMPTY);
    }

    public void keepRemoved(long installation, Collection<String> repositories) {
        Set<String> known = removed(installation);
        for (String name : repositories) {
            if (!known.contains(name)) {
                notes.write(repository(installation, name), before -> Value.obj(Map.of("name", Value.text(name))));
            }
        }
    }

    /** The installation is there, and has these. There may be thousands of them, few of which were ever removed. */
    public void keepGiven(long installation, Collection<String> repositories) {
        notes.forget(installation(installation));
        Set<String> removed = removed(installation);
        removed.retainAll(Set.copyOf(repositories));
        removed.forEach(name -> notes.forget(repository(installation, name)));
    }

    private Set<String> removed(long installation) {
        return notes.all(partition(installation), REPOSITORY).stream()
                .map((Fields fields) -> fields.text("name"))
                .collect(Collectors.toSet());
    }

    private static Value.Obj body(String head) {
        return Value.obj(Map.of("head", Value.text(head)));
    }

    private static ItemKey key(RepositoryRef ref, String what) {
        return new ItemKey("ARRIVALS#" + RepositoryKey.of(ref), what);
    }

    private static ItemKey installation(long installation) {
        return new ItemKey(partition(installation), "INSTALLATION");
    }

    private static ItemKey repository(long installation, String name) {
        return new ItemKey(partition(installation), REPOSITORY + name);
    }

    private static String partition(long installation) {
        return "REMOVED#" + installation;
    }
}

package dev.nanokit.github.flow.memory;

import dev.nanokit.engine.value.Value;
import dev.nanokit.state.table.Fields;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.webhook.trigger.RepositoryRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The checks that another apply has put out of date, and that are not planned again yet. */
public final class ReplanNotes {
    private final Notes notes;

    /**
     * @param by what has changed the environment, in our words
     * @param base the branch that the environment belongs to
     */
    public record Replan(int pullRequest, String base, String sha, String external, String by) {
        private String name() {
            return pullRequest + "#" + external;
        }
    }

    public ReplanNotes(Notes notes) {
        this.notes = notes;
    }

    public void add(RepositoryRef ref, Replan replan) {
        notes.write(
                key(ref, replan),
                before -> Value.obj(Map.of(
                        "pullRequest", Value.num(replan.pullRequest()),
                        "base", Value.text(replan.base()),
                        "sha", Value.text(replan.sha()),
                        "external", Value.text(replan.external()),
                        "by", Value.text(replan.by()))));
    }

    public List<Replan> all(RepositoryRef ref) {
        return notes.all(partition(ref), "").stream().map(ReplanNotes::read).toList();
    }

    public Optional<Replan> find(RepositoryRef ref, Replan replan) {
        return notes.read(key(ref, replan)).map(ReplanNotes::read);
    }

    public void remove(RepositoryRef ref, Replan replan) {
        notes.forget(key(ref, replan));
    }

    private static Replan read(Fields fields) {
        return new Replan(
                Math.toIntExact(fields.number("pullRequest")),
                fields.text("base"),
                fields.text("sha"),
                fields.text("external"),
                fields.text("by"));
    }

    private static ItemKey key(RepositoryRef ref, Replan replan) {
        return new ItemKey(partition(ref), replan.name());
    }

    private static String partition(RepositoryRef ref) {
        return "REPLAN#" + RepositoryKey.of(ref);
    }
}

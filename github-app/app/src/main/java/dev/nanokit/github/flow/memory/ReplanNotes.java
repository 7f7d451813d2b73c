package dev.nanokit.github.flow.memory;

import dev.nanokit.engine.value.Value;
import dev.nanokit.state.table.Fields;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.webhook.trigger.RepositoryRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The checks that another apply has put out of date, and that are not planned again yet, of an account. */
public final class ReplanNotes {
    private final Notes notes;

    /** @param by what has changed the environment, in our words */
    public record Replan(RepositoryRef ref, int pullRequest, String sha, String external, String by) {
        private ItemKey key() {
            return new ItemKey(partition(ref.accountId()), ref.fullName() + "#" + pullRequest + "#" + external);
        }

        private Value.Obj body() {
            return Value.obj(Map.of(
                    "repository", RepositoryText.write(ref),
                    "pullRequest", Value.num(pullRequest),
                    "sha", Value.text(sha),
                    "external", Value.text(external),
                    "by", Value.text(by)));
        }

        private static Replan of(Fields fields) {
            return new Replan(
                    RepositoryText.read(fields.optionalObject("repository").orElseThrow()),
                    Math.toIntExact(fields.number("pullRequest")),
                    fields.text("sha"),
                    fields.text("external"),
                    fields.text("by"));
        }
    }

    public ReplanNotes(Notes notes) {
        this.notes = notes;
    }

    public void add(Replan replan) {
        notes.write(replan.key(), before -> replan.body());
    }

    /** Of all repositories of the account. */
    public List<Replan> all(long accountId) {
        return notes.all(partition(accountId), "").stream().map(Replan::of).toList();
    }

    public Optional<Replan> find(Replan replan) {
        return notes.read(replan.key()).map(Replan::of);
    }

    public void remove(Replan replan) {
        notes.forget(replan.key());
    }

    private static String partition(long accountId) {
        return "REPLAN#" + accountId;
    }
}

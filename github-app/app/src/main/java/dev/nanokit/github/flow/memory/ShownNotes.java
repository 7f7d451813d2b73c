package dev.nanokit.github.flow.memory;

import dev.nanokit.engine.value.Value;
import dev.nanokit.github.api.CheckRun;
import dev.nanokit.state.table.Fields;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.webhook.trigger.RepositoryRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What checks show, where it has to be shown once more: with a remark, or in a comment. Without annotations. */
public final class ShownNotes {
    private final Notes notes;

    /** @param id GitHub's */
    public record Shown(long id, CheckRun check) {}

    public ShownNotes(Notes notes) {
        this.notes = notes;
    }

    public Optional<Shown> find(RepositoryRef ref, String sha, String external) {
        return notes.read(shownKey(ref, sha, external)).map(ShownNotes::read);
    }

    /** Those of a commit, by their names. */
    public List<Shown> of(RepositoryRef ref, String sha) {
        return notes.all(partition("SHOWN", ref, sha), "").stream()
                .map(ShownNotes::read)
                .toList();
    }

    public void keep(RepositoryRef ref, String sha, Shown shown) {
        Value.Obj body =
                Value.obj(Map.of("id", Value.num(shown.id()), "check", CheckRunText.withoutAnnotations(shown.check())));
        notes.write(shownKey(ref, sha, shown.check().externalId()), before -> body);
    }

    /** What is to be said on the check beside what it shows; empty text for nothing. */
    public String remark(RepositoryRef ref, String sha, String external) {
        return notes.read(remarkKey(ref, sha, external))
                .map(fields -> fields.text("remark"))
                .orElse("");
    }

    public void remark(RepositoryRef ref, String sha, String external, String remark) {
        notes.write(remarkKey(ref, sha, external), before -> Value.obj(Map.of("remark", Value.text(remark))));
    }

    private static Shown read(Fields fields) {
        return new Shown(
                fields.number("id"),
                CheckRunText.read(fields.optionalObject("check").orElseThrow()));
    }

    private static ItemKey shownKey(RepositoryRef ref, String sha, String external) {
        return new ItemKey(partition("SHOWN", ref, sha), external);
    }

    private static ItemKey remarkKey(RepositoryRef ref, String sha, String external) {
        return new ItemKey(partition("REMARK", ref, sha), external);
    }

    private static String partition(String what, RepositoryRef ref, String sha) {
        return what + "#" + RepositoryKey.of(ref) + "@" + sha;
    }
}

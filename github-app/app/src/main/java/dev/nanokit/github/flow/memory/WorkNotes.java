package dev.nanokit.github.flow.memory;

import dev.nanokit.engine.value.Value;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.webhook.trigger.RepositoryRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Work that is done step by step, and the applies that it has asked for and that may wait for others. */
public final class WorkNotes {
    private final Notes notes;

    /**
     * An apply that has been asked for.
     *
     * @param sha the commit that it is about
     */
    public record Waiting(String run, String sha) {}

    public WorkNotes(Notes notes) {
        this.notes = notes;
    }

    public Optional<WorkNote> find(String work) {
        return notes.read(key(work)).map(WorkNote::of);
    }

    public WorkNote keep(String work, WorkNote note) {
        notes.write(key(work), before -> note.body());
        return note;
    }

    /** @param turn whose turn the work is: a pull request's, a branch's */
    public void waits(long installation, String turn, Waiting waiting) {
        notes.write(
                key(installation, turn, waiting.run()),
                before -> Value.obj(Map.of("run", Value.text(waiting.run()), "sha", Value.text(waiting.sha()))));
    }

    public void waitsNoMore(long installation, String turn, String run) {
        notes.forget(key(installation, turn, run));
    }

    /** @param turn whose turn the work is */
    public List<Waiting> waiting(long installation, String turn) {
        return waitingUnder(installation, turn + " ");
    }

    /** All that wait in the repository, whosever turn. */
    public List<Waiting> waiting(RepositoryRef ref) {
        return Stream.of("#", ":", "@")
                .flatMap(sign -> waitingUnder(ref.installationId(), RepositoryKey.of(ref) + sign).stream())
                .toList();
    }

    /** All that wait in the installation. */
    public List<Waiting> waiting(long installation) {
        return waitingUnder(installation, "");
    }

    private List<Waiting> waitingUnder(long installation, String prefix) {
        return notes.all(partition(installation), prefix).stream()
                .map(fields -> new Waiting(fields.text("run"), fields.text("sha")))
                .toList();
    }

    private static ItemKey key(String work) {
        return new ItemKey("WORK#" + work, "NOTE");
    }

    private static ItemKey key(long installation, String turn, String run) {
        return new ItemKey(partition(installation), turn + " " + run);
    }

    private static String partition(long installation) {
        return "WAITING#" + installation;
    }
}

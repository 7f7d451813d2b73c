package dev.nanokit.github.flow.memory;

import dev.nanokit.engine.value.Value;
import dev.nanokit.state.table.Fields;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.webhook.trigger.RepositoryRef;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What each file of a branch was about when it could be read last, for the time when it can't be. */
public final class BranchNotes {
    private final Notes notes;

    /** @param environment to which the file maps its branch */
    public record About(String component, String environment) {}

    public BranchNotes(Notes notes) {
        this.notes = notes;
    }

    /** By the files' paths. */
    public Map<String, About> files(RepositoryRef ref, String branch) {
        return notes.read(key(ref, branch)).map(BranchNotes::read).orElseGet(Map::of);
    }

    public void keep(RepositoryRef ref, String branch, Map<String, About> files) {
        List<Value> list = files.entrySet().stream()
                .<Value>map(file -> Value.obj(Map.of(
                        "path", Value.text(file.getKey()),
                        "component", Value.text(file.getValue().component()),
                        "environment", Value.text(file.getValue().environment()))))
                .toList();
        notes.write(key(ref, branch), before -> Value.obj(Map.of("files", Value.seq(list))));
    }

    private static Map<String, About> read(Fields fields) {
        Map<String, About> files = new TreeMap<>();
        for (Fields file : fields.objects("files")) {
            files.put(file.text("path"), new About(file.text("component"), file.text("environment")));
        }
        return files;
    }

    private static ItemKey key(RepositoryRef ref, String branch) {
        return new ItemKey("BRANCH#" + RepositoryKey.of(ref), branch);
    }
}

package dev.nanokit.github.flow.memory;

import dev.nanokit.engine.value.Value;
import dev.nanokit.state.table.Fields;
import dev.nanokit.webhook.trigger.RepositoryRef;
import java.util.Map;

/** A repository as it is written down, so that it can be worked on without a delivery from there. */
final class RepositoryText {
    private RepositoryText() {}

    static Value.Obj write(RepositoryRef ref) {
        return Value.obj(Map.of(
                "installation", Value.num(ref.installationId()),
                "account", Value.num(ref.accountId()),
                "name", Value.text(ref.fullName()),
                "defaultBranch", Value.text(ref.defaultBranch())));
    }

    static RepositoryRef read(Fields fields) {
        return new RepositoryRef(
                fields.number("installation"),
                fields.number("account"),
                fields.text("name"),
                fields.text("defaultBranch"));
    }
}

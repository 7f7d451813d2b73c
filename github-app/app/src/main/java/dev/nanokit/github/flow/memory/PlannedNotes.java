package dev.nanokit.github.flow.memory;

import dev.nanokit.engine.value.Value;
import dev.nanokit.state.EnvironmentId;
import dev.nanokit.state.table.Fields;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.webhook.trigger.RepositoryRef;
import java.util.List;
import java.util.Map;

/** Which pull requests show a plan for an environment, in whatever repository and against whatever branch. */
public final class PlannedNotes {
    private final Notes notes;

    /**
     * A plan that a pull request's check shows.
     *
     * @param sha of the commit that was planned
     * @param approval what whoever looks at it agrees to
     */
    public record Planned(RepositoryRef ref, int pullRequest, String sha, String component, Approval approval) {
        private String name() {
            return RepositoryKey.of(ref) + "#" + pullRequest + "#" + component;
        }

        private Value.Obj body() {
            return Value.obj(Map.of(
                    "repository", RepositoryText.write(ref),
                    "pullRequest", Value.num(pullRequest),
                    "sha", Value.text(sha),
                    "component", Value.text(component),
                    "approval", approval.body()));
        }

        private static Planned of(Fields fields) {
            return new Planned(
                    RepositoryText.read(fields.optionalObject("repository").orElseThrow()),
                    Math.toIntExact(fields.number("pullRequest")),
                    fields.text("sha"),
                    fields.text("component"),
                    Approval.of(fields.optionalObject("approval").orElseThrow()));
        }
    }

    public PlannedNotes(Notes notes) {
        this.notes = notes;
    }

    public List<Planned> of(EnvironmentId environment) {
        return notes.all(partition(environment), "").stream().map(Planned::of).toList();
    }

    public void keep(EnvironmentId environment, Planned planned) {
        notes.write(key(environment, planned), before -> planned.body());
    }

    /** It shows a plan no more. */
    public void forget(EnvironmentId environment, Planned planned) {
        notes.forget(key(environment, planned));
    }

    private static ItemKey key(EnvironmentId environment, Planned planned) {
        return new ItemKey(partition(environment), planned.name());
    }

    private static String partition(EnvironmentId environment) {
        return "PLANNED#" + environment.partition();
    }
}

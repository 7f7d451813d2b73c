package dev.nanokit.github.flow.memory;

import dev.nanokit.engine.value.Value;
import dev.nanokit.state.EnvironmentId;
import dev.nanokit.state.table.Fields;
import dev.nanokit.webhook.trigger.RepositoryRef;
import java.time.Instant;
import java.util.Map;

/**
 * A component that has been applied, and is looked after since.
 *
 * @param repository whence it was applied last
 * @param looked when somebody last found out whether it is as it was applied; at first, when it was applied
 * @param begun when somebody last began to
 * @param drifted whether it was found to be otherwise
 */
public record Watched(
        RepositoryRef repository,
        EnvironmentId environment,
        String component,
        Instant looked,
        Instant begun,
        boolean drifted) {
    /** It has been applied, so it is as it should be; what was said of drift before is to be taken back soon. */
    Watched applied(RepositoryRef ref, Instant now) {
        return new Watched(ref, environment, component, drifted ? Instant.EPOCH : now, Instant.EPOCH, drifted);
    }

    Watched begun(Instant now) {
        return new Watched(repository, environment, component, looked, now, drifted);
    }

    Watched looked(Instant now, boolean found) {
        return new Watched(repository, environment, component, now, begun, found);
    }

    Value.Obj body() {
        return Value.obj(Map.of(
                "installation", Value.num(repository.installationId()),
                "account", Value.num(repository.accountId()),
                "repository", Value.text(repository.fullName()),
                "defaultBranch", Value.text(repository.defaultBranch()),
                "project", Value.text(environment.project()),
                "environment", Value.text(environment.environment()),
                "component", Value.text(component),
                "looked", Value.num(looked.toEpochMilli()),
                "begun", Value.num(begun.toEpochMilli()),
                "drifted", Value.num(drifted ? 1 : 0)));
    }

    static Watched of(Fields fields) {
        RepositoryRef ref = new RepositoryRef(
                fields.number("installation"),
                fields.number("account"),
                fields.text("repository"),
                fields.text("defaultBranch"));
        return new Watched(
                ref,
                new EnvironmentId(String.valueOf(ref.accountId()), fields.text("project"), fields.text("environment")),
                fields.text("component"),
                Instant.ofEpochMilli(fields.number("looked")),
                Instant.ofEpochMilli(fields.number("begun")),
                fields.number("drifted") == 1);
    }
}

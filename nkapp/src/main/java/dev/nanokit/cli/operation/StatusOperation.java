package dev.nanokit.cli.operation;

import dev.nanokit.cli.ExitStatus;
import dev.nanokit.cli.Session;
import dev.nanokit.cli.backend.Backend;
import dev.nanokit.cli.failure.Failures;
import dev.nanokit.cli.project.Project;
import dev.nanokit.cli.project.ProjectLoader;
import dev.nanokit.cli.project.ProjectSelection;
import dev.nanokit.cli.report.Failure;
import dev.nanokit.cli.report.StatusReport;
import dev.nanokit.cli.report.StatusReport.Found;
import dev.nanokit.cli.report.StatusReport.OtherComponent;
import dev.nanokit.cli.report.StatusReport.Presence;
import dev.nanokit.cli.view.View;
import dev.nanokit.engine.config.Environment;
import dev.nanokit.engine.resource.Observed;
import dev.nanokit.engine.resource.RecordedResource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.provider.Connection;
import dev.nanokit.provider.ConnectionSettings;
import dev.nanokit.provider.Provider;
import dev.nanokit.provider.ProviderException;
import dev.nanokit.state.EnvironmentId;
import dev.nanokit.state.store.ComponentState;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells what state knows of the environment and what is really there. Changes nothing. */
public record StatusOperation(Session session, View view) {
    public ExitStatus run(ProjectSelection selection) {
        ProjectLoader.Located located = new ProjectLoader(session.surroundings()).locate(selection);
        try (Backend backend = session.backends().open(located.variables())) {
            backend.prepare();
            Project project = located.read();
            Environment environment = project.resolve();
            ComponentState state = backend.store().component(project.id(), environment.component());
            Looked looked = look(backend, environment, project, state.resources());
            view.status(report(backend, environment, project.id(), state, looked));
            return looked.failure().isPresent() ? ExitStatus.FAILED : ExitStatus.OK;
        }
    }

    /** What was seen, or why nothing could be. */
    private record Looked(Map<ResourceKey, Observed> observed, Optional<Failure> failure) {}

    private static Looked look(
            Backend backend, Environment environment, Project project, List<RecordedResource> recorded) {
        if (recorded.isEmpty()) {
            return new Looked(Map.of(), Optional.empty());
        }
        Optional<Provider> provider = backend.provider(environment.infra().provider());
        if (provider.isEmpty()) {
            return new Looked(Map.of(), Optional.of(noProvider(environment)));
        }
        ConnectionSettings settings = new ConnectionSettings(project.folder(), project.variables());
        try (Connection connection = provider.get().connect(environment, settings)) {
            return new Looked(connection.discover(recorded, List.of()), Optional.empty());
        } catch (ProviderException e) {
            return new Looked(Map.of(), Optional.of(Failures.of(e)));
        }
    }

    private static Failure noProvider(Environment environment) {
        return Failure.failed(
                "provider",
                "this nkapp can't look at provider '"
                        + environment.infra().provider().id() + "' yet",
                "",
                "use provider: docker");
    }

    private StatusReport report(
            Backend backend, Environment environment, EnvironmentId id, ComponentState state, Looked looked) {
        return new StatusReport(
                environment.project(),
                environment.name(),
                environment.component(),
                state.repository(),
                state.serial(),
                state.commit(),
                state.resources().stream()
                        .map(recorded -> found(recorded, looked))
                        .toList(),
                others(backend.store().components(id), environment.component()),
                backend.locks().list(id),
                looked.failure(),
                backend.stateLocation(),
                session.surroundings().clock().instant());
    }

    private static Found found(RecordedResource recorded, Looked looked) {
        Optional<Observed> observed = Optional.ofNullable(looked.observed().get(recorded.key()));
        Presence presence = switch (recorded.phase()) {
            case CREATING -> Presence.BEGUN;
            case DELETING -> Presence.LEAVING;
            case READY ->
                looked.failure().isPresent() ? Presence.UNKNOWN : observed.isPresent() ? Presence.THERE : Presence.GONE;
        };
        return new Found(recorded, presence, observed.map(Observed::providerId).or(recorded::providerId));
    }

    private static List<OtherComponent> others(Map<String, ComponentState> components, String own) {
        return components.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(own))
                .map(entry -> new OtherComponent(
                        entry.getKey(),
                        entry.getValue().repository().orElse(""),
                        entry.getValue().serial(),
                        entry.getValue().resources().size()))
                .sorted(java.util.Comparator.comparing(OtherComponent::name))
                .toList();
    }
}

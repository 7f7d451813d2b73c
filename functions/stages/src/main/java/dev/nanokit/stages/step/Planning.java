package dev.nanokit.stages.step;

import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.source.InvalidConfigException;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.Connection;
import dev.nanokit.provider.ConnectionSettings;
import dev.nanokit.provider.Provider;
import dev.nanokit.provider.ProviderException;
import dev.nanokit.stages.PlanInput;
import dev.nanokit.stages.Providers;
import dev.nanokit.stages.plan.PlanStage;
import dev.nanokit.stages.plan.Planned;
import dev.nanokit.stages.run.RunRequests;
import dev.nanokit.stages.secret.SecretLookup;
import dev.nanokit.stages.secret.SecretSources;
import dev.nanokit.state.run.RunRequest;
import dev.nanokit.state.store.StateStore;
import java.nio.file.Path;
import java.util.Optional;

/** Makes plans of requests. The plan's id is the run's. */
final class Planning {
    private final StateStore store;
    private final Providers<Provider> providers;
    private final SecretSources secrets;
    private final BaseFolders folders;
    private final ProjectVariables variables;

    Planning(
            StateStore store,
            Providers<Provider> providers,
            SecretSources secrets,
            BaseFolders folders,
            ProjectVariables variables) {
        this.store = store;
        this.providers = providers;
        this.secrets = secrets;
        this.folders = folders;
        this.variables = variables;
    }

    /** What is there to work with for a request. */
    record Workplace(PlanInput input, Provider provider, Connection connection) implements AutoCloseable {
        @Override
        public void close() {
            connection.close();
        }
    }

    Workplace open(RunRequest request) {
        Path folder = folders.of(request);
        PlanInput input = RunRequests.planInput(request, folder, variables.current());
        Provider provider = providers.of(input.environment());
        Connection connection =
                provider.connect(input.environment(), new ConnectionSettings(folder, input.variables()));
        return new Workplace(input, provider, connection);
    }

    /** The change with those secrets looked up again that it needs. */
    Change revealed(Change change, PlanInput input) {
        Optional<Resource> desired = change.desired();
        if (desired.isEmpty()) {
            return change;
        }
        Value.Obj spec = desired.get().spec();
        SecretLookup lookup = SecretLookup.of(input.environment(), secrets.withVariables(input.variables()), spec);
        return change.wanting(desired.get().withSpec(lookup.reveal(spec)));
    }

    /** Once more where it failed for a secret that has changed since this function read it. */
    Planned plan(RunRequest request) {
        try {
            return planNow(request);
        } catch (InvalidConfigException | ProviderException e) {
            if (!variables.renewed()) {
                throw e;
            }
            return planNow(request);
        }
    }

    private Planned planNow(RunRequest request) {
        try (Workplace place = open(request)) {
            return new PlanStage(store, secrets, request::run)
                    .plan(place.input(), place.provider(), place.connection());
        }
    }
}

package dev.nanokit.stages.step;

import dev.nanokit.engine.config.ProviderId;
import dev.nanokit.provider.Provider;
import dev.nanokit.stages.Pause;
import dev.nanokit.stages.Providers;
import dev.nanokit.stages.secret.SecretSources;
import dev.nanokit.state.lock.Locks;
import dev.nanokit.state.run.Runs;
import dev.nanokit.state.store.StateStore;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

/** The steps that work with a provider: {@code plan}, {@code planAgain} (under the lock), {@code change}. */
public final class ProviderSteps {
    private final Steps steps;

    /** @param variables where secrets of {@code from: env} and the provider's credentials come from */
    public ProviderSteps(
            Runs runs,
            StateStore store,
            Locks locks,
            Map<ProviderId, Provider> providers,
            SecretSources secrets,
            BaseFolders folders,
            ProjectVariables variables,
            InstantSource clock) {
        this(runs, store, locks, providers, secrets, folders, variables, clock, Pause.SLEEP);
    }

    /** @param betweenBeats how a heartbeat waits while a step works */
    public ProviderSteps(
            Runs runs,
            StateStore store,
            Locks locks,
            Map<ProviderId, Provider> providers,
            SecretSources secrets,
            BaseFolders folders,
            ProjectVariables variables,
            InstantSource clock,
            Pause betweenBeats) {
        RunDesk desk = new RunDesk(runs);
        Pulse pulse = new Pulse(runs, locks, clock, betweenBeats);
        Planning planning = new Planning(store, new Providers<>(providers), secrets, folders, variables);
        this.steps = new Steps(
                runs,
                Map.of(
                        "plan", new PlanStep(desk, store, planning),
                        "planAgain", new PlanAgainStep(desk, store, locks, planning, pulse, clock),
                        "change", new ChangeStep(desk, store, planning, pulse, clock)));
    }

    /** The steps that there are. */
    public Set<String> names() {
        return steps.names();
    }

    /**
     * @param json an object with {@code version}, {@code step}, {@code run} and what the step needs
     * @return an object, as the step says
     * @throws RetryableStepException when it may go through later
     * @throws FailedStepException when it will not
     */
    public String handle(String json) {
        return steps.handle(json);
    }
}

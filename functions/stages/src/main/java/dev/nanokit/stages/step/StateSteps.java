package dev.nanokit.stages.step;

import dev.nanokit.engine.config.ProviderId;
import dev.nanokit.stages.Pause;
import dev.nanokit.stages.Providers;
import dev.nanokit.state.lock.Locks;
import dev.nanokit.state.run.Runs;
import dev.nanokit.state.store.StateStore;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The steps that need the state alone, and no provider: {@code open}, {@code lock}, {@code next}, {@code giveUp},
 * {@code finish}, {@code recover}, {@code sweep}.
 */
public final class StateSteps {
    private final Steps steps;

    /**
     * @param functions the function that works with each provider
     * @param clock the one by which locks are watched too; wall clock where processes come and go
     */
    public StateSteps(
            Runs runs,
            StateStore store,
            Locks locks,
            Map<ProviderId, String> functions,
            Executions executions,
            InstantSource clock) {
        RunDesk desk = new RunDesk(runs);
        Pulse pulse = new Pulse(runs, locks, clock, Pause.SLEEP);
        RunEnding ending = new RunEnding(runs, store, locks, clock);
        Map<String, Step> byName = new HashMap<>();
        byName.put("open", new OpenStep(desk, new Providers<>(functions)));
        byName.put("lock", new LockStep(desk, locks, clock));
        byName.put("next", new NextStep(desk, pulse, clock));
        byName.put("giveUp", new GiveUpStep(desk));
        byName.put("finish", new FinishStep(desk, ending));
        byName.put("recover", new RecoverStep(runs, ending));
        byName.put("sweep", new SweepStep(runs, ending, executions, clock));
        this.steps = new Steps(runs, byName);
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

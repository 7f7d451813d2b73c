package dev.nanokit.stages;

import dev.nanokit.engine.plan.Plan;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The two workflows: plan, and apply. Destroying is applying the plan of nothing. */
public interface Workflows {
    /**
     * Compiles, discovers, compares, and keeps the plan. Takes no lock and changes nothing.
     *
     * @throws dev.nanokit.engine.source.InvalidConfigException when the provider can't do what the file asks for
     * @throws dev.nanokit.provider.ProviderException when the provider can't be read
     */
    Plan plan(PlanInput input);

    /**
     * Plans against what state remembers, without asking the provider: where it can't be reached. What somebody changed
     * by hand is not seen, and the plan says so. It is not kept.
     *
     * @throws dev.nanokit.engine.source.InvalidConfigException when the provider can't do what the file asks for
     */
    Plan planOffline(PlanInput input);

    /**
     * Takes the locks, plans again, compares with what was approved, and applies wave by wave.
     *
     * @param cancelled asked between changes: when it turns true, what is in flight is finished and recorded, nothing
     *     new is begun
     */
    ApplyResult apply(ApplyInput input, Consumer<RunEvent> events, BooleanSupplier cancelled);
}

package dev.nanokit.stages.plan;

import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.plan.PlanRequest;
import dev.nanokit.engine.plan.Planner;
import dev.nanokit.engine.resource.Management;
import dev.nanokit.engine.resource.Observed;
import dev.nanokit.engine.resource.RecordedResource;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.source.InvalidConfigException;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.engine.value.SealingKey;
import dev.nanokit.provider.Compilation;
import dev.nanokit.provider.Connection;
import dev.nanokit.provider.Provider;
import dev.nanokit.stages.PlanInput;
import dev.nanokit.stages.secret.SecretLookup;
import dev.nanokit.stages.secret.SecretSources;
import dev.nanokit.state.store.ComponentState;
import dev.nanokit.state.store.ForeignComponentException;
import dev.nanokit.state.store.StateStore;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compiles, discovers, compares. Changes nothing, at the provider or in state. */
public final class PlanStage {
    private final StateStore store;
    private final SecretSources secrets;
    private final Supplier<String> planIds;

    public PlanStage(StateStore store, SecretSources secrets, Supplier<String> planIds) {
        this.store = store;
        this.secrets = secrets;
        this.planIds = planIds;
    }

    /**
     * @throws InvalidConfigException when the provider can't do what the file asks for, or would fail at it
     * @throws ForeignComponentException when another repository owns the component
     */
    public Planned plan(PlanInput input, Provider provider, Connection connection) {
        ComponentState state = store.component(input.id(), input.environment().component());
        checkOwner(input, state);
        Compilation compilation = compile(input, provider);
        List<Resource> desired = reveal(input, compilation.resources());
        Map<ResourceKey, Observed> observed = connection.discover(state.resources(), unrecorded(desired, state));
        List<RecordedResource> shared = desired.stream().anyMatch(r -> r.management() == Management.SHARED)
                ? store.sharedInfrastructure(input.id(), input.environment().component())
                : List.of();
        SealingKey key = store.sealingKey(input.id());
        Plan plan = Planner.plan(new PlanRequest(
                planIds.get(),
                input.environment().owner(),
                input.commit(),
                state.serial(),
                desired,
                state.resources(),
                shared,
                observed,
                input.targets(),
                compilation.problems(),
                key));
        return new Planned(
                withPreflight(plan, connection),
                observed,
                Stream.concat(state.resources().stream(), shared.stream()).toList(),
                key);
    }

    private static void checkOwner(PlanInput input, ComponentState state) {
        state.repository().filter(owner -> !owner.equals(input.repository())).ifPresent(owner -> {
            throw new ForeignComponentException("component '"
                    + input.environment().component() + "' of "
                    + input.environment().project() + "/"
                    + input.environment().name() + " belongs to " + owner + ", not to " + input.repository());
        });
    }

    private static Compilation compile(PlanInput input, Provider provider) {
        if (input.destroy()) {
            return new Compilation(List.of(), List.of());
        }
        Compilation compilation =
                provider.compile(input.environment(), provider.sources(input.environment(), input.baseFolder()));
        if (compilation.problems().stream().anyMatch(Problem::isError)) {
            throw new InvalidConfigException(compilation.problems());
        }
        return compilation;
    }

    private List<Resource> reveal(PlanInput input, List<Resource> resources) {
        if (input.destroy()) {
            return resources;
        }
        SecretLookup lookup = SecretLookup.of(input.environment(), secrets.withVariables(input.variables()));
        return resources.stream()
                .map(resource -> resource.withSpec(lookup.reveal(resource.spec())))
                .toList();
    }

    private static List<Resource> unrecorded(List<Resource> desired, ComponentState state) {
        Set<ResourceKey> recorded =
                state.resources().stream().map(RecordedResource::key).collect(Collectors.toSet());
        return desired.stream()
                .filter(resource -> resource.management() != Management.SHARED)
                .filter(resource -> !recorded.contains(resource.key()))
                .toList();
    }

    private static Plan withPreflight(Plan plan, Connection connection) {
        if (plan.isEmpty()) {
            return plan;
        }
        List<Problem> found = connection.preflight(plan);
        if (found.stream().anyMatch(Problem::isError)) {
            throw new InvalidConfigException(found);
        }
        return plan.withWarnings(found);
    }
}

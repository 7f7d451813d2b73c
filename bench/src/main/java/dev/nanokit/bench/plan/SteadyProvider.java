package dev.nanokit.bench.plan;

import dev.nanokit.engine.config.Environment;
import dev.nanokit.engine.config.ProviderId;
import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.resource.Observed;
import dev.nanokit.engine.resource.Owner;
import dev.nanokit.engine.resource.RecordedResource;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.provider.Compilation;
import dev.nanokit.provider.Connection;
import dev.nanokit.provider.ConnectionSettings;
import dev.nanokit.provider.Inputs;
import dev.nanokit.provider.Progress;
import dev.nanokit.provider.Provider;
import dev.nanokit.provider.Sources;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A provider that answers at once: whatever it is asked to make is made, and whatever state remembers is there. What is
 * measured over it is Nanokit alone.
 */
record SteadyProvider(SteadyWorld world) implements Provider {
    @Override
    public ProviderId id() {
        return ProviderId.DOCKER;
    }

    @Override
    public Compilation compile(Environment environment, Sources sources) {
        return new Compilation(world.resources(), List.of());
    }

    @Override
    public Connection connect(Environment environment, ConnectionSettings settings) {
        return new SteadyConnection(environment.owner(), world.byKey());
    }

    private record SteadyConnection(Owner owner, Map<ResourceKey, Resource> resources) implements Connection {
        @Override
        public String endpoint() {
            return "memory";
        }

        @Override
        public Optional<Observed> read(RecordedResource recorded) {
            return Optional.of(SteadyWorld.observed(resources.get(recorded.key()), owner));
        }

        @Override
        public Optional<Observed> find(Resource resource) {
            return Optional.empty();
        }

        @Override
        public List<Problem> preflight(Plan plan) {
            return List.of();
        }

        @Override
        public Progress apply(Change change, Inputs inputs) {
            return new Progress.Done(SteadyWorld.providerId(change.key()), SteadyWorld.outputs(change.key()));
        }

        @Override
        public Progress poll(Change change, Inputs inputs, String cursor) {
            throw new IllegalStateException("nothing here takes longer than its call");
        }

        @Override
        public void close() {}
    }
}

package dev.nanokit.stages.world;

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
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.Compilation;
import dev.nanokit.provider.Connection;
import dev.nanokit.provider.ConnectionSettings;
import dev.nanokit.provider.Inputs;
import dev.nanokit.provider.Progress;
import dev.nanokit.provider.Provider;
import dev.nanokit.provider.Sources;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** A provider of made-up things in a {@link ModelCloud}, that can be told to be slow, to fail, and to kill the run. */
public final class ScriptedProvider implements Provider {
    private static final Progress STILL_AT_WORK = new Progress.Pending("operation", Duration.ofSeconds(10));

    private final ModelCloud cloud;
    private final Owner owner;
    private final Fate fate;
    private final List<Resource> desired;
    private final ConcurrentMap<ResourceKey, Behaviour> behaviours = new ConcurrentHashMap<>();
    private final ConcurrentMap<ResourceKey, Integer> tries = new ConcurrentHashMap<>();
    private Runnable onConnect = () -> {};

    /** What happens when a thing is changed. */
    @FunctionalInterface
    public interface Behaviour {
        /** Called before the work; throws what is to go wrong. {@code tries} counts from 1. */
        void before(Change change, int tries);

        /** Whether the provider answers that it is still at work. */
        default boolean stillAtWork() {
            return false;
        }

        /** Called after the work was done: throwing loses the answer. */
        default void after(Change change, int tries) {}
    }

    public ScriptedProvider(ModelCloud cloud, Owner owner, Fate fate, List<Resource> desired) {
        this.cloud = cloud;
        this.owner = owner;
        this.fate = fate;
        this.desired = desired;
    }

    public ScriptedProvider when(ResourceKey key, Behaviour behaviour) {
        behaviours.put(key, behaviour);
        return this;
    }

    /** What happens when somebody connects: throws what is to go wrong. */
    public ScriptedProvider connecting(Runnable whatHappens) {
        onConnect = whatHappens;
        return this;
    }

    @Override
    public ProviderId id() {
        return ProviderId.DOCKER;
    }

    @Override
    public Compilation compile(Environment environment, Sources sources) {
        return new Compilation(desired, List.of());
    }

    @Override
    public Connection connect(Environment environment, ConnectionSettings settings) {
        onConnect.run();
        return new ScriptedConnection();
    }

    private final class ScriptedConnection implements Connection {
        @Override
        public String endpoint() {
            return "model://cloud";
        }

        @Override
        public Optional<Observed> read(RecordedResource recorded) {
            return recorded.providerId()
                    .flatMap(cloud::byId)
                    .or(() -> cloud.byName(owner, recorded.key()))
                    .map(ModelCloud.Thing::observed);
        }

        @Override
        public Optional<Observed> find(Resource resource) {
            return cloud.byName(owner, resource.key()).map(ModelCloud.Thing::observed);
        }

        @Override
        public List<Problem> preflight(Plan plan) {
            return List.of();
        }

        @Override
        public Progress apply(Change change, Inputs inputs) {
            Behaviour behaviour = behaviours.getOrDefault(change.key(), (any, tries) -> {});
            int attempt = tries.merge(change.key(), 1, Integer::sum);
            behaviour.before(change, attempt);
            if (behaviour.stillAtWork()) {
                return STILL_AT_WORK;
            }
            return perform(change, inputs, behaviour, attempt);
        }

        @Override
        public Progress poll(Change change, Inputs inputs, String cursor) {
            Behaviour behaviour = behaviours.get(change.key());
            if (behaviour.stillAtWork()) {
                return STILL_AT_WORK;
            }
            return perform(change, inputs, behaviour, 1);
        }

        private Progress perform(Change change, Inputs inputs, Behaviour behaviour, int attempt) {
            fate.step();
            Progress done = perform(change, inputs);
            fate.step();
            behaviour.after(change, attempt);
            return done;
        }

        private Progress perform(Change change, Inputs inputs) {
            Optional<ModelCloud.Thing> there = cloud.byName(inputs.owner(), change.key());
            return switch (change) {
                case Change.Delete ignored -> {
                    there.ifPresent(thing -> cloud.remove(thing.id()));
                    yield new Progress.Done("", Value.Obj.EMPTY);
                }
                case Change.Replace replace -> {
                    there.filter(thing -> !thing.spec().equals(inputs.spec()))
                            .ifPresent(thing -> cloud.remove(thing.id()));
                    yield done(cloud.byName(inputs.owner(), replace.key())
                            .orElseGet(() -> cloud.make(inputs.owner(), replace.key(), inputs.spec())));
                }
                default ->
                    done(there.map(thing -> cloud.change(thing.id(), inputs.spec()))
                            .orElseGet(() -> cloud.make(inputs.owner(), change.key(), inputs.spec())));
            };
        }

        private static Progress done(ModelCloud.Thing thing) {
            return new Progress.Done(thing.id(), thing.outputs());
        }

        @Override
        public void close() {}
    }
}

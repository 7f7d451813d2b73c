package dev.nanokit.stages.apply;

import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.plan.Records;
import dev.nanokit.engine.resource.Owner;
import dev.nanokit.engine.resource.Phase;
import dev.nanokit.engine.resource.RecordedResource;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.value.Resolver;
import dev.nanokit.engine.value.SealingKey;
import dev.nanokit.engine.value.SpecDigest;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.Inputs;
import dev.nanokit.provider.Progress;
import dev.nanokit.state.lock.LockGrant;
import dev.nanokit.state.store.StateStore;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * What is written down about a change before the provider is called and after it has answered. Whatever happens in
 * between, in this process or another, the record says enough for the next run to find what was made.
 */
public final class ChangeWork {
    private final StateStore store;
    private final LockGrant grant;
    private final long serial;
    private final Owner owner;
    private final SealingKey key;
    private final BiConsumer<ResourceKey, String> progress;

    /**
     * @param serial the component's serial as this apply has raised it
     * @param progress takes the provider's lines about a resource
     */
    public ChangeWork(
            StateStore store,
            LockGrant grant,
            long serial,
            Owner owner,
            SealingKey key,
            BiConsumer<ResourceKey, String> progress) {
        this.store = store;
        this.grant = grant;
        this.serial = serial;
        this.owner = owner;
        this.key = key;
        this.progress = progress;
    }

    /**
     * A change with all that it is done with.
     *
     * @param begun the record to begin with
     * @param resource what is to be; empty for a deletion
     */
    public record Prepared(Change change, Inputs inputs, RecordedResource begun, Optional<Resource> resource) {}

    /**
     * The same at each attempt, as long as the outputs are.
     *
     * @param outputs of other resources, as they are now
     */
    public Prepared prepare(Change change, Function<Value.Ref, Optional<Value>> outputs) {
        return switch (change) {
            case Change.Delete delete ->
                new Prepared(
                        delete,
                        inputs(delete.key(), Value.Obj.EMPTY),
                        delete.resource().in(Phase.DELETING),
                        Optional.empty());
            case Change.Wanted wanted -> {
                Resource resource = wanted.resource();
                Value.Obj spec = Resolver.resolve(resource.spec(), outputs);
                RecordedResource begun = Records.begun(
                        wanted,
                        resource,
                        Resolver.seal(spec, key),
                        owner.component(),
                        clientToken(resource.key()),
                        serial);
                yield new Prepared(wanted, inputs(resource.key(), spec), begun, Optional.of(resource));
            }
        };
    }

    /** @throws dev.nanokit.state.lock.LockLostException when the lock is not this run's any more */
    public void begin(Prepared work) {
        store.put(grant, work.begun());
    }

    /** @throws dev.nanokit.state.lock.LockLostException when the lock is not this run's any more */
    public void end(Prepared work, Progress.Done done) {
        work.resource()
                .ifPresentOrElse(
                        resource -> store.put(
                                grant,
                                Records.done(
                                        work.begun(), resource, done.providerId(), Resolver.seal(done.outputs(), key))),
                        () -> store.forget(grant, work.change().key()));
    }

    /** Whether a record tells that this apply has done the change already. */
    public boolean isDone(Prepared work, Optional<RecordedResource> recorded) {
        return work.resource().isEmpty()
                ? recorded.isEmpty()
                : recorded.filter(now -> now.phase() == Phase.READY && now.serial() == serial)
                        .isPresent();
    }

    private Inputs inputs(ResourceKey resource, Value.Obj spec) {
        return new Inputs(owner, spec, clientToken(resource), line -> progress.accept(resource, line));
    }

    /** The same for every attempt at the same resource of the same component, in whatever run. */
    private String clientToken(ResourceKey resource) {
        return SpecDigest.ofText(owner + "/" + resource).substring("sha256:".length(), "sha256:".length() + 32);
    }
}

package dev.nanokit.stages.apply;

import dev.nanokit.engine.plan.Change;
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
import dev.nanokit.stages.RunEvent;
import dev.nanokit.state.lock.LockGrant;
import dev.nanokit.state.store.StateStore;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Does one change: writes down that it begins, has the provider do it, writes down what came of it. Whatever happens in
 * between, the record says enough for the next run to find what was made.
 */
final class ChangeStage {
    private final StateStore store;
    private final LockGrant grant;
    private final long serial;
    private final Owner owner;
    private final SealingKey key;
    private final LiveOutputs outputs;
    private final Attempt attempt;
    private final Consumer<RunEvent> events;

    ChangeStage(
            StateStore store,
            LockGrant grant,
            long serial,
            Owner owner,
            SealingKey key,
            LiveOutputs outputs,
            Attempt attempt,
            Consumer<RunEvent> events) {
        this.store = store;
        this.grant = grant;
        this.serial = serial;
        this.owner = owner;
        this.key = key;
        this.outputs = outputs;
        this.attempt = attempt;
        this.events = events;
    }

    void perform(Change change) {
        switch (change) {
            case Change.Delete delete -> delete(delete);
            case Change.NoOp ignored -> {}
            case Change.Wanted wanted -> make(wanted);
        }
    }

    private void make(Change.Wanted change) {
        Resource resource = change.resource();
        Value.Obj spec = Resolver.resolve(resource.spec(), outputs::find);
        RecordedResource begun = begun(change, resource, Resolver.seal(spec, key));
        store.put(grant, begun);
        Progress.Done done = attempt.perform(change, inputs(change.key(), spec));
        outputs.answered(resource.key(), done.outputs());
        store.put(grant, begun.ready(done.providerId(), Resolver.seal(done.outputs(), key)));
    }

    private void delete(Change.Delete delete) {
        store.put(grant, delete.resource().in(Phase.DELETING));
        attempt.perform(delete, inputs(delete.key(), Value.Obj.EMPTY));
        store.forget(grant, delete.key());
    }

    private RecordedResource begun(Change change, Resource resource, Value.Obj sealedSpec) {
        Optional<RecordedResource> before = change.recorded();
        return new RecordedResource(
                resource.key(),
                owner.component(),
                resource.section(),
                Phase.CREATING,
                change.providerId(),
                sealedSpec,
                before.map(RecordedResource::outputs).orElse(Value.Obj.EMPTY),
                resource.dependsOn(),
                resource.holdsData(),
                resource.claims(),
                clientToken(resource.key()),
                serial);
    }

    private Inputs inputs(ResourceKey resource, Value.Obj spec) {
        return new Inputs(
                owner, spec, clientToken(resource), line -> events.accept(new RunEvent.ChangeProgress(resource, line)));
    }

    /** The same for every attempt at the same resource of the same component, in whatever run. */
    private String clientToken(ResourceKey resource) {
        return SpecDigest.ofText(owner + "/" + resource).substring("sha256:".length(), "sha256:".length() + 32);
    }
}

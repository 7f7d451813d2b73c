package dev.nanokit.stages.step;

import dev.nanokit.engine.resource.Observed;
import dev.nanokit.engine.resource.Phase;
import dev.nanokit.engine.resource.RecordedResource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.value.Leaves;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.Connection;
import dev.nanokit.state.run.PlannedChange;
import dev.nanokit.state.run.RunRequest;
import dev.nanokit.state.store.StateStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The outputs that a change refers to, as they are now: as this run's earlier changes were answered, else as they were
 * when it was planned. A secret among them is not kept anywhere; the provider is asked for it again.
 */
final class StepOutputs {
    private final StateStore store;
    private final RunRequest request;
    private final long serial;
    private final PlannedChange planned;
    private final Connection connection;
    private final Map<ResourceKey, Optional<RecordedResource>> records = new HashMap<>();

    StepOutputs(StateStore store, RunRequest request, long serial, PlannedChange planned, Connection connection) {
        this.store = store;
        this.request = request;
        this.serial = serial;
        this.planned = planned;
        this.connection = connection;
    }

    Optional<Value> find(Value.Ref ref) {
        Optional<Value.Obj> outputs = record(ref.resource())
                .filter(record -> record.serial() == serial && record.phase() == Phase.READY)
                .map(RecordedResource::outputs)
                .or(() -> Optional.ofNullable(planned.known().get(ref.resource())));
        return outputs.map(values -> values.get(ref.output()))
                .filter(value -> !(value instanceof Value.Null))
                .map(value ->
                        Leaves.firstSecret(value).isPresent() ? readAgain(ref).orElse(value) : value);
    }

    private Optional<RecordedResource> record(ResourceKey key) {
        return records.computeIfAbsent(
                key, resource -> store.resource(request.environment(), request.component(), resource));
    }

    private Optional<Value> readAgain(Value.Ref ref) {
        return record(ref.resource())
                .or(() -> sharedRecord(ref.resource()))
                .flatMap(connection::read)
                .map(Observed::outputs)
                .map(values -> values.get(ref.output()));
    }

    private Optional<RecordedResource> sharedRecord(ResourceKey key) {
        return store.sharedInfrastructure(request.environment(), request.component()).stream()
                .filter(record -> record.key().equals(key))
                .findFirst();
    }
}

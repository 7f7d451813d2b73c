package dev.nanokit.stages.plan;

import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.resource.Observed;
import dev.nanokit.engine.resource.Owner;
import dev.nanokit.engine.resource.Phase;
import dev.nanokit.engine.resource.RecordedResource;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.provider.Connection;
import dev.nanokit.provider.Inputs;
import dev.nanokit.provider.Progress;
import java.util.List;
import java.util.Optional;

/**
 * What state remembers, taken for what is there: for planning where the provider can't be reached. What somebody changed
 * by hand is not seen.
 */
public final class RecordedWorld implements Connection {
    private final Owner owner;

    public RecordedWorld(Owner owner) {
        this.owner = owner;
    }

    @Override
    public String endpoint() {
        return "recorded state";
    }

    @Override
    public Optional<Observed> read(RecordedResource recorded) {
        return recorded.providerId()
                .filter(ignored -> recorded.phase() == Phase.READY)
                .map(id -> new Observed(id, Optional.of(owner), recorded.spec(), recorded.outputs()));
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
        throw new IllegalStateException("a plan of the recorded state can't be applied");
    }

    @Override
    public Progress poll(Change change, Inputs inputs, String cursor) {
        throw new IllegalStateException("a plan of the recorded state can't be applied");
    }

    @Override
    public void close() {}
}

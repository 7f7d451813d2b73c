package dev.nanokit.engine.plan;

import dev.nanokit.engine.resource.Observed;
import dev.nanokit.engine.resource.Phase;
import dev.nanokit.engine.resource.RecordedResource;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.source.Problems;
import dev.nanokit.engine.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Decides about resources that are used here and belong to others: they are never created, changed or deleted. */
final class BorrowedDecision {
    private final Map<ResourceKey, List<RecordedResource>> shared = new HashMap<>();
    private final KnownOutputs outputs;
    private final Problems problems;

    BorrowedDecision(List<RecordedResource> shared, KnownOutputs outputs, Problems problems) {
        for (RecordedResource resource : shared) {
            if (resource.phase() == Phase.READY) {
                this.shared
                        .computeIfAbsent(resource.key(), key -> new ArrayList<>())
                        .add(resource);
            }
        }
        this.outputs = outputs;
        this.problems = problems;
    }

    /** Made by another component; empty where it is not there yet, or where that is a problem. */
    Optional<Change.NoOp> shared(Resource desired, Optional<Observed> observed) {
        List<RecordedResource> owners = shared.getOrDefault(desired.key(), List.of());
        if (owners.size() > 1) {
            reportAmbiguous(desired, owners);
        }
        if (owners.size() != 1) {
            return Optional.empty();
        }
        RecordedResource owned = owners.getFirst();
        outputs.learn(desired.key(), owned.outputs(), observed);
        return Optional.of(new Change.NoOp(
                desired,
                Optional.of(owned),
                observed.map(Observed::providerId).or(owned::providerId),
                List.of("owned by component " + owned.component())));
    }

    /** Made by somebody else, outside Nanokit; empty where it is missing, which is a problem. */
    Optional<Change.NoOp> external(Resource desired, Optional<Observed> observed) {
        if (observed.isEmpty()) {
            problems.error(
                    desired.place(),
                    desired.key() + " does not exist",
                    "it is used as it is, and never made by Nanokit",
                    "correct its id, or make it first");
            return Optional.empty();
        }
        outputs.learn(desired.key(), Value.Obj.EMPTY, observed);
        return Optional.of(new Change.NoOp(
                desired,
                Optional.empty(),
                Optional.of(observed.get().providerId()),
                List.of("is used as it is, never changed or deleted")));
    }

    /** Made by this component, and now said to be another's: its owner can't be told. */
    void reportOwn(Resource desired) {
        problems.error(
                desired.place(),
                desired.key() + " was made by this component, and the file now says that it belongs to others",
                "nobody would own it any more",
                "take infra.shared or infra.vpc out again, or destroy this component first");
    }

    private void reportAmbiguous(Resource desired, List<RecordedResource> owners) {
        String names = owners.stream().map(RecordedResource::component).sorted().collect(Collectors.joining(", "));
        problems.error(
                desired.place(),
                desired.key() + " is owned by several components: " + names,
                "with infra.shared one component owns the infrastructure that all others use",
                "set infra.shared: true in all but one of them");
    }
}

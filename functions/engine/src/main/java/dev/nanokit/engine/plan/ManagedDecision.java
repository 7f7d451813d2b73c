package dev.nanokit.engine.plan;

import dev.nanokit.engine.resource.Observed;
import dev.nanokit.engine.resource.RecordedResource;
import dev.nanokit.engine.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Decides about a resource that this component makes, changes and deletes, and that is to be. */
final class ManagedDecision {
    private static final String INTERRUPTED_DELETION = "its deletion was interrupted, and it is wanted again";

    private final SpecDiff diff;
    private final Function<Value.Ref, String> dependency;

    /** @param dependency says in words what becomes of the resource behind a reference that is not known yet */
    ManagedDecision(SpecDiff diff, Function<Value.Ref, String> dependency) {
        this.diff = diff;
        this.dependency = dependency;
    }

    Change decide(Situation situation) {
        if (situation.observed().isEmpty()) {
            return create(situation);
        }
        Observed observed = situation.observed().get();
        if (situation.recorded().isEmpty()) {
            Differences differences = Differences.sinceFound(observed, situation.spec(), diff);
            return adopt(situation, observed, differences, "is there already, with this component's labels");
        }
        RecordedResource recorded = situation.recorded().get();
        return switch (recorded.phase()) {
            case READY -> update(situation, recorded, observed);
            case CREATING -> adoptBegun(situation, recorded, observed, "a run was interrupted after it was made");
            case DELETING -> adoptBegun(situation, recorded, observed, INTERRUPTED_DELETION);
        };
    }

    private Change create(Situation situation) {
        String reason = situation
                .recorded()
                .map(recorded -> switch (recorded.phase()) {
                    case READY -> Reasons.gone(recorded);
                    case CREATING -> "a run was interrupted before it was made";
                    case DELETING -> INTERRUPTED_DELETION;
                })
                .orElse("not there yet");
        return new Change.Create(
                situation.desired(),
                situation.recorded(),
                List.of(reason),
                diff.between(Value.Obj.EMPTY, situation.spec()));
    }

    private Change update(Situation situation, RecordedResource recorded, Observed observed) {
        Differences differences = Differences.sinceApplied(recorded.spec(), observed, situation.spec(), diff);
        List<String> reasons =
                differences.reasons(situation.desired(), dependency).toList();
        if (differences.isEmpty()) {
            return keep(situation, recorded, observed);
        }
        return differences.needReplacement(situation.desired())
                ? new Change.Replace(situation.desired(), situation.recorded(), observed, reasons, differences.all())
                : new Change.Update(situation.desired(), situation.recorded(), observed, reasons, differences.all());
    }

    private Change keep(Situation situation, RecordedResource recorded, Observed observed) {
        List<String> reasons = Reasons.recordChanges(recorded, situation.desired());
        return reasons.isEmpty()
                ? new Change.NoOp(
                        situation.desired(),
                        situation.recorded(),
                        Optional.of(observed.providerId()),
                        List.of("is as it should be"))
                : new Change.Adopt(situation.desired(), situation.recorded(), observed, reasons, List.of());
    }

    private Change adoptBegun(Situation situation, RecordedResource recorded, Observed observed, String reason) {
        Differences differences = Differences.sinceBegun(recorded.spec(), observed, situation.spec(), diff);
        return adopt(situation, observed, differences, reason);
    }

    private Change adopt(Situation situation, Observed observed, Differences differences, String reason) {
        List<String> reasons = Stream.concat(Stream.of(reason), differences.reasons(situation.desired(), dependency))
                .toList();
        return differences.needReplacement(situation.desired())
                ? new Change.Replace(situation.desired(), situation.recorded(), observed, reasons, differences.all())
                : new Change.Adopt(situation.desired(), situation.recorded(), observed, reasons, differences.all());
    }
}

package dev.nanokit.engine.plan;

import dev.nanokit.engine.resource.Management;
import dev.nanokit.engine.resource.Observed;
import dev.nanokit.engine.resource.RecordedResource;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.source.Problems;
import dev.nanokit.engine.value.Leaves;
import dev.nanokit.engine.value.Resolver;
import dev.nanokit.engine.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Decides what is to be done with each resource: those that are to be, in the order of their dependencies, so that the
 * outputs of each are known, or known to be unknown, when those that use them are looked at; then those that are to go.
 */
final class Decider {
    private final PlanRequest request;
    private final Scope scope;
    private final Problems problems;
    private final Ownership ownership;
    private final KnownOutputs outputs = new KnownOutputs();
    private final BorrowedDecision borrowed;
    private final ManagedDecision managed;
    private final Map<ResourceKey, Change> changes = new TreeMap<>();
    private final Map<ResourceKey, Value.Obj> specs = new HashMap<>();
    private final SortedSet<ResourceKey> missing = new TreeSet<>();

    private Decider(PlanRequest request, Scope scope, Problems problems) {
        this.request = request;
        this.scope = scope;
        this.problems = problems;
        this.ownership = new Ownership(request.owner());
        this.borrowed = new BorrowedDecision(request.shared(), outputs, problems);
        this.managed = new ManagedDecision(
                new SpecDiff(request.key()), ref -> Reasons.dependency(ref.resource(), changes.get(ref.resource())));
    }

    static Decisions decide(PlanRequest request, Scope scope, Problems problems) {
        Decider decider = new Decider(request, scope, problems);
        scope.desired().values().forEach(decider::decide);
        decider.removeTheRest();
        return new Decisions(decider.changes, decider.specs, decider.missing);
    }

    private void decide(Resource desired) {
        Optional<Observed> observed = Optional.ofNullable(request.observed().get(desired.key()));
        boolean own = scope.recorded().containsKey(desired.key());
        if (desired.management() == Management.MANAGED) {
            decideManaged(desired, observed);
        } else if (own) {
            borrowed.reportOwn(desired);
        } else if (desired.management() == Management.EXTERNAL) {
            borrowed.external(desired, observed).ifPresent(this::add);
        } else {
            borrowed.shared(desired, observed).ifPresentOrElse(this::add, () -> addMissing(desired));
        }
    }

    private void decideManaged(Resource desired, Optional<Observed> observed) {
        Optional<RecordedResource> recorded =
                Optional.ofNullable(scope.recorded().get(desired.key()));
        if (observed.isPresent() && !ownership.isOurs(observed.get(), recorded)) {
            ownership.reportForeign(desired, observed.get(), problems);
            return;
        }
        Value.Obj resolved = Resolver.resolve(desired.spec(), outputs::find);
        reportMissingOutputs(desired, resolved);
        Value.Obj recordedSpec = recorded.map(RecordedResource::spec).orElse(Value.Obj.EMPTY);
        Value.Obj sealed = Resolver.seal(resolved, request.key());
        Change change = managed.decide(new Situation(
                desired,
                sealed,
                recorded,
                observed.map(seen -> seen.withSpec(Concealment.conceal(seen.spec(), recordedSpec, sealed)))));
        specs.put(desired.key(), sealed);
        learnOutputs(change, observed);
        add(change);
    }

    private void learnOutputs(Change change, Optional<Observed> observed) {
        if (change.action() == Action.CREATE || change.action() == Action.REPLACE) {
            return;
        }
        Value.Obj answered = change.recorded()
                .filter(recorded -> recorded.providerId().equals(change.providerId()))
                .map(RecordedResource::outputs)
                .orElse(Value.Obj.EMPTY);
        outputs.learn(change.key(), answered, observed);
    }

    private void reportMissingOutputs(Resource desired, Value.Obj resolved) {
        Leaves.forEach(resolved, leaf -> {
            if (leaf instanceof Value.Unknown(Value.Ref source)
                    && changes.get(source.resource()) instanceof Change.NoOp
                    && !missing.contains(source.resource())) {
                problems.error(
                        desired.place(),
                        desired.key() + " uses the output '" + source.output() + "' of " + source.resource()
                                + ", which has none of that name",
                        "its outputs are: " + outputs.names(source.resource()).orElse("none"),
                        "apply the component that owns it with this version of Nanokit; if that does not help, report it");
            }
        });
    }

    private void addMissing(Resource desired) {
        missing.add(desired.key());
        add(new Change.NoOp(
                desired, Optional.empty(), Optional.empty(), List.of("not there yet: another component makes it")));
    }

    private void removeTheRest() {
        Removal removal = new Removal(
                ownership,
                request.desired().isEmpty()
                        ? "destroy"
                        : "no longer in " + request.file().file());
        for (RecordedResource recorded : scope.recorded().values()) {
            if (!scope.desired().containsKey(recorded.key())) {
                add(removal.delete(
                        recorded, Optional.ofNullable(request.observed().get(recorded.key()))));
            }
        }
    }

    private void add(Change change) {
        changes.put(change.key(), change);
    }
}

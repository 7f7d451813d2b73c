package dev.nanokit.provider.aws.reconcile;

import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.Foreign;
import dev.nanokit.provider.Inputs;
import dev.nanokit.provider.Progress;
import dev.nanokit.provider.ProviderException;
import dev.nanokit.provider.aws.call.AwsErrors;
import dev.nanokit.provider.aws.reconcile.Cursor.Asked;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Brings one thing to what it is to be, a step at a time. Each step looks first and does what is then missing, so that a
 * lost answer, a crash or a second caller changes nothing about the end.
 */
public final class Reconciler {
    /** How long AWS may hide what it has just made, in looks. */
    private static final int LOOKS_UNTIL_MISSING = 10;

    /** How long something may still be in use by what is being removed beside it, in looks. */
    private static final int LOOKS_WHILE_IN_USE = 60;

    /** How long AWS may not know of a role that was just made, in looks. */
    private static final int LOOKS_UNTIL_ROLE_IS_KNOWN = 20;

    private static final Duration SOON = Duration.ofSeconds(3);
    private static final Duration WHILE_IN_USE = Duration.ofSeconds(10);
    private static final Set<String> IN_USE = Set.of(
            "DependencyViolation",
            "ResourceInUse",
            "ResourceInUseException",
            "DeleteConflict",
            "InvalidDBInstanceState",
            "InvalidDBSubnetGroupStateFault",
            "InvalidReplicationGroupState",
            "CacheSubnetGroupInUse");

    private final Kind kind;

    public Reconciler(Kind kind) {
        this.kind = kind;
    }

    public Progress apply(Change change, Inputs inputs) {
        return step(change, inputs, Cursor.BEGIN);
    }

    public Progress poll(Change change, Inputs inputs, String cursor) {
        return step(change, inputs, Cursor.parse(cursor));
    }

    private Progress step(Change change, Inputs inputs, Cursor cursor) {
        Work work = new Work(change.key(), inputs);
        Optional<Found> found = find(change, work);
        found.ifPresent(there -> refuseForeign(change, work, there));
        return switch (change) {
            case Change.NoOp noOp -> new Progress.Done(noOp.providerId().orElse(""), inputs.spec());
            case Change.Delete delete ->
                found.map(there -> remove(there, cursor))
                        .orElseGet(() -> new Progress.Done(delete.providerId().orElse(""), Value.Obj.EMPTY));
            case Change.Replace ignored when kind.isSuperseded() -> bringUp(work, found, cursor, changed(change));
            case Change.Replace replace -> replace(replace.resource(), work, found, cursor);
            case Change.Create ignored -> bringUp(work, found, cursor, Set.of());
            case Change.Update update -> bringUp(work, found, cursor, changed(update));
            case Change.Adopt adopt -> bringUp(work, found, cursor, changed(adopt));
        };
    }

    private Optional<Found> find(Change change, Work work) {
        Value.Obj spec =
                change instanceof Change.Delete delete ? delete.resource().spec() : work.spec();
        Search.Wanted wanted = new Search.Wanted(change.key(), change.providerId(), spec);
        return Optional.ofNullable(kind.find(Search.one(work.owner(), wanted)).get(change.key()));
    }

    /** What was adopted belongs to this component by now, or its tags were taken away: that is what adopting mends. */
    private static void refuseForeign(Change change, Work work, Found found) {
        boolean own = found.observed().owner().filter(work.owner()::equals).isPresent();
        boolean recorded = change.recorded()
                .flatMap(resource -> resource.providerId())
                .filter(found.id()::equals)
                .isPresent();
        boolean untagged = found.observed().owner().isEmpty();
        if (!own && !(untagged && recorded)) {
            throw Foreign.refusal(work.key(), found.id(), found.observed().owner());
        }
    }

    private Progress remove(Found found, Cursor cursor) {
        if (found.status() instanceof Status.Leaving(Duration after)) {
            return pending(cursor.asked() == Asked.REMOVAL ? cursor.looked() : Cursor.after(Asked.REMOVAL), after);
        }
        try {
            return kind.delete(found)
                    .<Progress>map(after -> pending(Cursor.after(Asked.REMOVAL), after))
                    .orElseGet(() -> new Progress.Done(found.id(), Value.Obj.EMPTY));
        } catch (AwsServiceException e) {
            if (AwsErrors.isMissing(e)) {
                return new Progress.Done(found.id(), Value.Obj.EMPTY);
            }
            if (!IN_USE.contains(AwsErrors.code(e)) || cursor.looks() >= LOOKS_WHILE_IN_USE) {
                throw e;
            }
            return pending(
                    cursor.asked() == Asked.REMOVAL ? cursor.looked() : Cursor.after(Asked.REMOVAL), WHILE_IN_USE);
        }
    }

    private Progress replace(Resource resource, Work work, Optional<Found> found, Cursor cursor) {
        if (found.isPresent() && cursor.asked() != Asked.CREATION && differsInFixed(resource, work, found.get())) {
            Progress removal = remove(found.get(), cursor);
            return removal instanceof Progress.Done ? bringUp(work, Optional.empty(), Cursor.BEGIN, Set.of()) : removal;
        }
        return bringUp(work, found, cursor.asked() == Asked.REMOVAL ? Cursor.BEGIN : cursor, Set.of());
    }

    private static boolean differsInFixed(Resource resource, Work work, Found found) {
        return found.status() instanceof Status.Leaving
                || found.status() instanceof Status.Failed
                || differing(work, found).stream().anyMatch(resource.replaceOn()::contains);
    }

    /** The spec's fields that the plan found changed: those that can't be read back are known to differ by it alone. */
    private static Set<String> changed(Change change) {
        Set<String> fields = new TreeSet<>();
        change.fields().forEach(field -> fields.add(field.path().split("\\.", 2)[0]));
        return fields;
    }

    private Progress bringUp(Work work, Optional<Found> found, Cursor cursor, Set<String> changed) {
        if (found.isEmpty()) {
            return cursor.asked() == Asked.CREATION && cursor.looks() < LOOKS_UNTIL_MISSING
                    ? pending(cursor.looked(), SOON)
                    : create(work, cursor);
        }
        Found there = found.get();
        boolean begun = cursor.asked() == Asked.CREATION || cursor.asked() == Asked.UPDATE;
        if (begun || !(there.status() instanceof Status.Ready) || isAsItShould(work, there, changed)) {
            return settle(work, there, cursor);
        }
        return settle(work, kind.update(work, there), Cursor.after(Asked.UPDATE));
    }

    private Progress create(Work work, Cursor cursor) {
        try {
            return settle(work, kind.create(work), Cursor.after(Asked.CREATION));
        } catch (AwsServiceException e) {
            if (!AwsErrors.isRoleTooNew(e) || cursor.looks() >= LOOKS_UNTIL_ROLE_IS_KNOWN) {
                throw e;
            }
            return pending(cursor.looked(), SOON);
        }
    }

    private static boolean isAsItShould(Work work, Found there, Set<String> changed) {
        return differing(work, there).isEmpty()
                && there.spec().fields().keySet().containsAll(changed);
    }

    private Progress settle(Work work, Found found, Cursor cursor) {
        return switch (found.status()) {
            case Status.Ready ignored -> done(work, found, cursor);
            case Status.Busy(String doing, Duration after) -> {
                work.inputs().progress().accept(work.key() + ": " + doing);
                yield pending(cursor.looked(), after);
            }
            case Status.Leaving(Duration after) -> pending(Cursor.after(Asked.REMOVAL), after);
            case Status.Failed(String why) -> throw failure(work, found, why);
        };
    }

    private Progress.Done done(Work work, Found found, Cursor cursor) {
        if (cursor.asked() == Asked.CREATION || cursor.asked() == Asked.UPDATE) {
            kind.takenBack(work, found).ifPresent(why -> {
                throw failure(work, found, why);
            });
        }
        return new Progress.Done(found.id(), found.outputs());
    }

    private static ProviderException failure(Work work, Found found, String why) {
        return new ProviderException(
                "AWS could not make the " + work.key().type() + " " + found.id() + ": " + why,
                false,
                "failed",
                "correct what it names; the next apply makes it anew",
                null);
    }

    /** The fields that can be read back and are not as they are to be. */
    private static Set<String> differing(Work work, Found found) {
        Set<String> fields = new TreeSet<>();
        found.spec().fields().forEach((field, there) -> {
            Value wanted = work.spec().get(field);
            if (!there.equals(wanted) && !(isNothing(there) && isNothing(wanted))) {
                fields.add(field);
            }
        });
        return fields;
    }

    private static boolean isNothing(Value value) {
        return value instanceof Value.Null
                || value.equals(Value.Obj.EMPTY)
                || (value instanceof Value.Seq(List<Value> items) && items.isEmpty());
    }

    private static Progress.Pending pending(Cursor cursor, Duration after) {
        return new Progress.Pending(cursor.toString(), after);
    }
}

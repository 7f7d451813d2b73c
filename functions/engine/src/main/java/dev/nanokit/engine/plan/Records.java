package dev.nanokit.engine.plan;

import dev.nanokit.engine.resource.Phase;
import dev.nanokit.engine.resource.RecordedResource;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.value.Value;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be written down about a change, before the provider is called and after it has answered, so that a run
 * that dies in between can be taken up by the next one.
 */
public final class Records {
    private Records() {}

    /**
     * The record that a create, update, replace or adopt is begun with. Until it is done, the thing may still be the old
     * one: so the record depends on, claims and holds what either does.
     *
     * @param spec resolved and sealed
     */
    public static RecordedResource begun(
            Change change, Resource resource, Value.Obj spec, String component, String clientToken, long serial) {
        Optional<RecordedResource> before =
                change.recorded().filter(recorded -> change.providerId().isPresent());
        return new RecordedResource(
                resource.key(),
                component,
                resource.section(),
                Phase.CREATING,
                change.providerId(),
                spec,
                before.map(RecordedResource::outputs).orElse(Value.Obj.EMPTY),
                union(resource.dependsOn(), before.map(RecordedResource::dependsOn)),
                resource.holdsData() || before.map(RecordedResource::holdsData).orElse(false),
                union(resource.claims(), before.map(RecordedResource::claims)),
                clientToken,
                serial);
    }

    /**
     * The record of a change that is done.
     *
     * @param begun what it was begun with
     * @param outputs sealed
     */
    public static RecordedResource done(
            RecordedResource begun, Resource resource, String providerId, Value.Obj outputs) {
        return new RecordedResource(
                begun.key(),
                begun.component(),
                resource.section(),
                Phase.READY,
                Optional.of(providerId),
                begun.spec(),
                outputs,
                resource.dependsOn(),
                resource.holdsData(),
                resource.claims(),
                begun.clientToken(),
                begun.serial());
    }

    private static <T> Set<T> union(Set<T> some, Optional<Set<T>> more) {
        Set<T> all = new HashSet<>(some);
        more.ifPresent(all::addAll);
        return all;
    }
}

package dev.nanokit.provider.aws.reconcile;

import dev.nanokit.engine.resource.Owner;
import dev.nanokit.engine.resource.RecordedResource;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.value.Value;
import java.util.List;
import java.util.Optional;

/**
 * What is looked for: things of one kind in one project and environment.
 *
 * @param owner who looks; what another component of the same project and environment owns is found too
 */
public record Search(Owner owner, List<Wanted> wanted) {
    public Search {
        wanted = List.copyOf(wanted);
    }

    /**
     * @param id AWS's id where one is recorded
     * @param spec as recorded, or as desired; lists that are read back keep its order
     */
    public record Wanted(ResourceKey key, Optional<String> id, Value.Obj spec) {
        public static Wanted of(RecordedResource recorded) {
            return new Wanted(recorded.key(), recorded.providerId(), recorded.spec());
        }

        public static Wanted of(Resource resource) {
            return new Wanted(resource.key(), Optional.empty(), resource.spec());
        }
    }

    public static Search one(Owner owner, Wanted wanted) {
        return new Search(owner, List.of(wanted));
    }

    /** The ids that are recorded. */
    public List<String> ids() {
        return wanted.stream().flatMap(each -> each.id().stream()).toList();
    }
}

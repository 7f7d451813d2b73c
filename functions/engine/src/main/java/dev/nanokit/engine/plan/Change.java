package dev.nanokit.engine.plan;

import dev.nanokit.engine.resource.Observed;
import dev.nanokit.engine.resource.RecordedResource;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.resource.Section;
import java.util.List;
import java.util.Optional;

/** What is to be done with one resource, and why. */
public sealed interface Change {
    ResourceKey key();

    Section section();

    /** Why, in words; never empty. */
    List<String> reasons();

    List<FieldChange> fields();

    Action action();

    /** The resource to be, where there is to be one. */
    Optional<Resource> desired();

    /** What state remembers, where it does. */
    Optional<RecordedResource> recorded();

    /** The provider's own id, where the thing exists. */
    Optional<String> providerId();

    /** This change with another desired resource: one whose secrets have been looked up, say. A deletion wants none. */
    default Change wanting(Resource other) {
        return switch (this) {
            case Create it -> new Create(other, it.recorded(), it.reasons(), it.fields());
            case Update it -> new Update(other, it.recorded(), it.observed(), it.reasons(), it.fields());
            case Replace it -> new Replace(other, it.recorded(), it.observed(), it.reasons(), it.fields());
            case Adopt it -> new Adopt(other, it.recorded(), it.observed(), it.reasons(), it.fields());
            case NoOp it -> new NoOp(other, it.recorded(), it.providerId(), it.reasons());
            case Delete it -> it;
        };
    }

    /** A change after which the resource is there. */
    sealed interface Wanted extends Change {
        Resource resource();

        @Override
        default ResourceKey key() {
            return resource().key();
        }

        @Override
        default Section section() {
            return resource().section();
        }

        @Override
        default Optional<Resource> desired() {
            return Optional.of(resource());
        }
    }

    /** A change of what exists already. */
    sealed interface OfExisting extends Wanted {
        Observed observed();

        @Override
        default Optional<String> providerId() {
            return Optional.of(observed().providerId());
        }
    }

    record Create(
            Resource resource, Optional<RecordedResource> recorded, List<String> reasons, List<FieldChange> fields)
            implements Wanted {
        @Override
        public Action action() {
            return Action.CREATE;
        }

        @Override
        public Optional<String> providerId() {
            return Optional.empty();
        }
    }

    /** Changed in place: it stays the same thing, though a container may be made anew under its name. */
    record Update(
            Resource resource,
            Optional<RecordedResource> recorded,
            Observed observed,
            List<String> reasons,
            List<FieldChange> fields)
            implements OfExisting {
        @Override
        public Action action() {
            return Action.UPDATE;
        }
    }

    /** Deleted and made anew, since a field differs that can't be changed in place. */
    record Replace(
            Resource resource,
            Optional<RecordedResource> recorded,
            Observed observed,
            List<String> reasons,
            List<FieldChange> fields)
            implements OfExisting {
        @Override
        public Action action() {
            return Action.REPLACE;
        }
    }

    /**
     * Is there and is this component's, but state does not know it as it is: a run was interrupted, or only what is
     * recorded beside the spec has changed. Applying it records it, and brings it to the desired spec; with no fields,
     * and where nothing was interrupted, the provider has nothing to do.
     */
    record Adopt(
            Resource resource,
            Optional<RecordedResource> recorded,
            Observed observed,
            List<String> reasons,
            List<FieldChange> fields)
            implements OfExisting {
        @Override
        public Action action() {
            return Action.ADOPT;
        }
    }

    /** Is as it should be, or is not this component's to change (shared and external infrastructure). */
    record NoOp(
            Resource resource, Optional<RecordedResource> recorded, Optional<String> providerId, List<String> reasons)
            implements Wanted {
        @Override
        public Action action() {
            return Action.NO_OP;
        }

        @Override
        public List<FieldChange> fields() {
            return List.of();
        }
    }

    /**
     * Deleted.
     *
     * @param observed empty where it is gone already and only its record is left to remove
     */
    record Delete(
            RecordedResource resource, Optional<Observed> observed, List<String> reasons, List<FieldChange> fields)
            implements Change {
        @Override
        public ResourceKey key() {
            return resource.key();
        }

        @Override
        public Section section() {
            return resource.section();
        }

        @Override
        public Action action() {
            return Action.DELETE;
        }

        @Override
        public Optional<Resource> desired() {
            return Optional.empty();
        }

        @Override
        public Optional<RecordedResource> recorded() {
            return Optional.of(resource);
        }

        @Override
        public Optional<String> providerId() {
            return observed.map(Observed::providerId).or(resource::providerId);
        }
    }
}

package dev.nanokit.provider.aws.reconcile;

import dev.nanokit.engine.resource.ResourceKey;
import java.time.Duration;
import java.util.Optional;

/** A kind of thing that somebody else keeps at AWS: looked at, and never touched. */
public interface ExistingKind extends Kind {
    @Override
    default Found create(Work work) {
        throw untouchable(work.key());
    }

    @Override
    default Found update(Work work, Found current) {
        throw untouchable(work.key());
    }

    @Override
    default Optional<Duration> delete(Found current) {
        throw new IllegalStateException(current.id() + " is used as it is, and never deleted");
    }

    private static IllegalStateException untouchable(ResourceKey key) {
        return new IllegalStateException(key + " is used as it is, and never made or changed");
    }
}

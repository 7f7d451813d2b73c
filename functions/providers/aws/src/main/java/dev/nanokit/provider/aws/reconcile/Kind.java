package dev.nanokit.provider.aws.reconcile;

import dev.nanokit.engine.resource.ResourceKey;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One kind of thing that AWS has. Knows its calls and nothing of plans: what to do when is {@link Reconciler}'s. Every
 * method may throw {@link software.amazon.awssdk.core.exception.SdkException}.
 */
public interface Kind {
    /** The type in a resource's key: {@code subnet}. */
    String type();

    /** Those of the wanted things that are there, in as few calls as the service allows. Changes nothing. */
    Map<ResourceKey, Found> find(Search search);

    /** Asks for the thing, with its tags, under its client token or its deterministic name where AWS has one. */
    Found create(Work work);

    /** Brings what is there to the spec, and answers what it is then. Touches only fields that can be changed in place. */
    Found update(Work work, Found current);

    /**
     * Has it removed.
     *
     * @return when to look whether it is gone; empty where it is gone at once
     */
    Optional<Duration> delete(Found current);

    /**
     * Whether a thing that can't be changed is followed by another of its name, which stands beside it: what is asked of
     * {@link #update} then is to make that one.
     */
    default boolean isSuperseded() {
        return false;
    }

    /**
     * Asked of what AWS calls ready after a change: why AWS took the change back on its own.
     *
     * @return empty where it is as it was asked for
     */
    default Optional<String> takenBack(Work work, Found found) {
        return Optional.empty();
    }
}

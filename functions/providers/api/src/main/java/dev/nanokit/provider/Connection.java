package dev.nanokit.provider;

import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.resource.Observed;
import dev.nanokit.engine.resource.RecordedResource;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.source.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads and changes resources at a provider. Safe for use by several threads. Every method may throw
 * {@link ProviderException}.
 */
public interface Connection extends AutoCloseable {
    /** Where this connection leads, as people know it: {@code unix:///var/run/docker.sock}, {@code ssh://deploy@vps}. */
    String endpoint();

    /** What answers there, with its version, for people; empty where it does not say. */
    default String software() {
        return "";
    }

    /**
     * Reads what state remembers, by its id, or by its deterministic name and labels where no id is recorded (a create
     * was begun and its answer lost); empty when it is not there. Changes nothing.
     */
    Optional<Observed> read(RecordedResource recorded);

    /**
     * Looks for a resource that state does not remember, by its deterministic name, labels or client token. What is
     * found may belong to somebody else: {@link Observed#owner} tells. Changes nothing.
     */
    Optional<Observed> find(Resource resource);

    /**
     * Reads everything a plan needs: each recorded resource, and each desired one that is not recorded. Providers that
     * can list do so in few calls.
     */
    default Map<ResourceKey, Observed> discover(List<RecordedResource> recorded, List<Resource> unrecorded) {
        Map<ResourceKey, Observed> observed = new TreeMap<>();
        recorded.forEach(resource -> read(resource).ifPresent(found -> observed.put(resource.key(), found)));
        unrecorded.forEach(resource -> find(resource).ifPresent(found -> observed.put(resource.key(), found)));
        return observed;
    }

    /**
     * What would make the plan fail that can be known beforehand: an image that isn't there, a range that overlaps.
     * Changes nothing.
     */
    List<Problem> preflight(Plan plan);

    /**
     * Does one change. Safe to repeat: a create whose thing is there already adopts it, a delete whose thing is gone is
     * done. Never touches what the owner in {@code inputs} does not own.
     */
    Progress apply(Change change, Inputs inputs);

    /** Looks how a change that was {@link Progress.Pending} is getting on. */
    Progress poll(Change change, Inputs inputs, String cursor);

    @Override
    void close();
}

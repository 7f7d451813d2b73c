package dev.nanokit.engine.resource;

import dev.nanokit.engine.value.Value;
import java.util.Optional;
import java.util.Set;

/**
 * What state remembers of a resource. Secrets in it are sealed.
 *
 * @param component the component that owns it
 * @param providerId the provider's own id; absent until a create has answered
 * @param spec the resolved spec that was last applied, or begun
 * @param outputs what the provider answered
 * @param clientToken the deterministic token under which the create was asked for
 * @param serial the component's serial at the apply that wrote it
 */
public record RecordedResource(
        ResourceKey key,
        String component,
        Section section,
        Phase phase,
        Optional<String> providerId,
        Value.Obj spec,
        Value.Obj outputs,
        Set<ResourceKey> dependsOn,
        boolean holdsData,
        Set<String> claims,
        String clientToken,
        long serial) {
    public RecordedResource {
        dependsOn = Set.copyOf(dependsOn);
        claims = Set.copyOf(claims);
    }

    /** This record, with a call of another kind begun. */
    public RecordedResource in(Phase other) {
        return new RecordedResource(
                key,
                component,
                section,
                other,
                providerId,
                spec,
                outputs,
                dependsOn,
                holdsData,
                claims,
                clientToken,
                serial);
    }

    /** This record, once the provider has answered. */
    public RecordedResource ready(String id, Value.Obj sealedOutputs) {
        return new RecordedResource(
                key,
                component,
                section,
                Phase.READY,
                Optional.of(id),
                spec,
                sealedOutputs,
                dependsOn,
                holdsData,
                claims,
                clientToken,
                serial);
    }
}

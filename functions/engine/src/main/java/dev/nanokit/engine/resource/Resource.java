package dev.nanokit.engine.resource;

import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.value.Value;
import java.util.Set;

/**
 * One thing that is to exist, as a provider's compiler makes it from the file.
 *
 * @param spec what it is to be; may hold {@link Value.Ref}s to resources in {@code dependsOn}
 * @param dependsOn what must be there before this one, and may go only after it
 * @param updateAfter replicas whose update must be through before this one's begins; orders updates only
 * @param holdsData whether losing it loses data: deleting or replacing it then needs {@code --force}
 * @param replaceOn spec fields (top level) that can't be changed in place
 * @param claims what only one resource can have at a time, such as {@code host-port/8080}: who gives one up goes first
 * @param place where the file asks for it
 */
public record Resource(
        ResourceKey key,
        Section section,
        Management management,
        Value.Obj spec,
        Set<ResourceKey> dependsOn,
        Set<ResourceKey> updateAfter,
        boolean holdsData,
        Set<String> replaceOn,
        Set<String> claims,
        Place place) {
    public Resource {
        dependsOn = Set.copyOf(dependsOn);
        updateAfter = Set.copyOf(updateAfter);
        replaceOn = Set.copyOf(replaceOn);
        claims = Set.copyOf(claims);
    }

    /** The same resource with another spec: its secrets looked up, say. */
    public Resource withSpec(Value.Obj other) {
        return new Resource(
                key, section, management, other, dependsOn, updateAfter, holdsData, replaceOn, claims, place);
    }
}

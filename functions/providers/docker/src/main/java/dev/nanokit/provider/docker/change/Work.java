package dev.nanokit.provider.docker.change;

import dev.nanokit.engine.resource.Owner;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.value.Resolver;
import dev.nanokit.engine.value.Secret;
import dev.nanokit.engine.value.SpecDigest;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.Inputs;
import dev.nanokit.provider.docker.Labels;
import java.util.Map;

/**
 * One resource to be worked on.
 *
 * @param inputs its spec has every secret revealed
 */
public record Work(ResourceKey key, Inputs inputs) {
    public Value.Obj spec() {
        return inputs.spec();
    }

    public Owner owner() {
        return inputs.owner();
    }

    public Map<String, String> labels() {
        return Labels.of(owner(), key, digest());
    }

    /** Digest of the spec without the content of its secrets: it stands in a label that anybody can read. */
    private String digest() {
        return SpecDigest.ofSealed(Resolver.mapSecrets(spec(), secret -> Secret.reference(secret.source())));
    }

    public boolean owns(Map<String, String> labels) {
        return Labels.owner(labels).filter(owner()::equals).isPresent()
                && key.toString().equals(labels.get(Labels.RESOURCE));
    }
}

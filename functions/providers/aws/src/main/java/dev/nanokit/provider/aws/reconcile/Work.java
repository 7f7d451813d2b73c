package dev.nanokit.provider.aws.reconcile;

import dev.nanokit.engine.resource.Owner;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.Inputs;
import dev.nanokit.provider.aws.Tags;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One resource to be worked on. */
public record Work(ResourceKey key, Inputs inputs) {
    public Value.Obj spec() {
        return inputs.spec();
    }

    public Owner owner() {
        return inputs.owner();
    }

    public Map<String, String> tags() {
        return Tags.of(owner(), key);
    }

    public Search.Wanted wanted(String id) {
        return new Search.Wanted(key, Optional.of(id), spec());
    }

    /** The client token in a form and length that every service takes: the same for the same request. */
    public String token() {
        return UUID.nameUUIDFromBytes(
                        (inputs.clientToken() + "/" + key + "/" + spec().hashCode()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}

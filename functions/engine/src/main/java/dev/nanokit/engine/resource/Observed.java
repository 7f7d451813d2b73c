package dev.nanokit.engine.resource;

import dev.nanokit.engine.value.Value;
import java.util.Optional;

/**
 * What the provider says is there now.
 *
 * @param owner whose it is by its tags or labels; empty where it carries none of ours
 * @param spec the fields that can be read back, in the shape of {@link Resource#spec}; secrets revealed. A top-level
 *     field that is absent here is not compared; one that is there is compared whole, so that a key missing in it (an
 *     environment variable, say) was taken away by hand.
 * @param outputs secrets revealed. One called {@code name} is what people know the thing by at the provider.
 */
public record Observed(String providerId, Optional<Owner> owner, Value.Obj spec, Value.Obj outputs) {
    /** The same thing with another spec: its secrets hidden, say. */
    public Observed withSpec(Value.Obj other) {
        return new Observed(providerId, owner, other, outputs);
    }
}

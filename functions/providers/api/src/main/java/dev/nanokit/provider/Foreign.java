package dev.nanokit.provider;

import dev.nanokit.engine.resource.Owner;
import dev.nanokit.engine.resource.ResourceKey;
import java.util.Optional;

/** Says that something is not this component's to touch. */
public final class Foreign {
    private Foreign() {}

    /**
     * @param name by what the provider knows it
     * @param owner whose it is; empty where it carries none of our labels
     */
    public static ProviderException refusal(ResourceKey key, String name, Optional<Owner> owner) {
        String whose = owner.map(other -> "belongs to component '" + other.component() + "' of project '"
                        + other.project() + "', environment '" + other.environment() + "'")
                .orElse("was not made by Nanokit");
        return new ProviderException(
                "the " + key.type() + " " + name + " is there already, and " + whose,
                false,
                "foreign",
                "rename '" + key.name() + "' in nanokit.yml, or remove that one by hand if nobody needs it",
                null);
    }
}

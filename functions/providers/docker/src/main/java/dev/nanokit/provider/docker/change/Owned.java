package dev.nanokit.provider.docker.change;

import dev.nanokit.provider.ProviderException;
import dev.nanokit.provider.docker.Labels;
import java.util.Map;

/** Refuses to touch what is not this component's. */
final class Owned {
    private Owned() {}

    static ProviderException foreign(Work work, String name, Map<String, String> labels) {
        String whose = Labels.owner(labels)
                .map(owner -> "belongs to component '" + owner.component() + "' of project '" + owner.project()
                        + "', environment '" + owner.environment() + "'")
                .orElse("was not made by Nanokit");
        return new ProviderException(
                "the " + work.key().type() + " " + name + " is there already, and " + whose,
                false,
                "foreign",
                "rename '" + work.key().name() + "' in nanokit.yml, or remove that one by hand if nobody needs it",
                null);
    }
}

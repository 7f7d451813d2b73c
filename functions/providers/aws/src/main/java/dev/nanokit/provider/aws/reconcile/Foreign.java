package dev.nanokit.provider.aws.reconcile;

import dev.nanokit.provider.ProviderException;

/** Says that something is not this component's to touch. */
final class Foreign {
    private Foreign() {}

    static ProviderException refusal(Work work, Found found) {
        String whose = found.observed()
                .owner()
                .map(owner -> "belongs to component '" + owner.component() + "' of project '" + owner.project()
                        + "', environment '" + owner.environment() + "'")
                .orElse("was not made by Nanokit");
        return new ProviderException(
                "the " + work.key().type() + " " + found.id() + " is there already, and " + whose,
                false,
                "foreign",
                "rename '" + work.key().name() + "' in nanokit.yml, or remove that one by hand if nobody needs it",
                null);
    }
}

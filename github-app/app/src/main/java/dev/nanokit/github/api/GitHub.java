package dev.nanokit.github.api;

import dev.nanokit.webhook.trigger.RepositoryRef;

/** GitHub, through the App's installations. */
public interface GitHub {
    /** The repository, through a token that is good for it alone. Costs no call while the token is cached. */
    Repository repository(RepositoryRef ref);
}

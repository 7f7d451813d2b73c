package dev.nanokit.github.flow.memory;

import dev.nanokit.webhook.trigger.RepositoryRef;

/** Names a repository among what is remembered: by its account, since names are given anew. */
final class RepositoryKey {
    private RepositoryKey() {}

    static String of(RepositoryRef ref) {
        return ref.accountId() + "/" + ref.fullName();
    }
}

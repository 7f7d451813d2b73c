package dev.nanokit.github.flow.memory;

import dev.nanokit.webhook.trigger.RepositoryRef;

/** Names a repository in what is remembered and whose turn it is: by its account, since names are given anew. */
public final class RepositoryKey {
    private RepositoryKey() {}

    public static String of(RepositoryRef ref) {
        return ref.accountId() + "/" + ref.fullName();
    }
}

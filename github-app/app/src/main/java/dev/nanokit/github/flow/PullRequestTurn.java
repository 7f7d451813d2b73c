package dev.nanokit.github.flow;

import dev.nanokit.github.flow.memory.RepositoryKey;
import dev.nanokit.webhook.trigger.RepositoryRef;

/** Names whose turn it is. */
final class PullRequestTurn {
    private PullRequestTurn() {}

    static String of(RepositoryRef ref, int number) {
        return in(ref, "#" + number);
    }

    static String in(RepositoryRef ref, String what) {
        return RepositoryKey.of(ref) + what;
    }
}

package dev.nanokit.github.flow;

import dev.nanokit.github.api.Repository;
import dev.nanokit.github.flow.memory.RepositoryKey;
import dev.nanokit.webhook.trigger.RepositoryRef;

/**
 * A commit that is planned or applied.
 *
 * @param ref whose it is
 * @param origin why it is looked at
 */
record Commit(RepositoryRef ref, Repository repository, String sha, CheckId.Origin origin) {
    /** GitHub's account: what state is kept under. */
    String tenant() {
        return String.valueOf(ref.accountId());
    }

    /** Its page. */
    String link(FlowSettings settings) {
        return settings.webUrl() + "/" + ref.fullName() + "/commit/" + sha;
    }

    /** Names what is worked on, whatever its commit: {@code 42/acme/shop/pr/12}. */
    String of() {
        return RepositoryKey.of(ref) + "/" + origin.external();
    }

    /** The page of its pull request; its own where it is of none. */
    String pullRequestLink(FlowSettings settings) {
        return origin instanceof CheckId.Origin.PullRequest(int number)
                ? settings.webUrl() + "/" + ref.fullName() + "/pull/" + number
                : link(settings);
    }

    CheckId check(Target target) {
        return new CheckId(target.environment(), target.component(), origin);
    }
}

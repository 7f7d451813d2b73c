package dev.nanokit.github.flow;

import dev.nanokit.github.api.Repository;
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

    CheckId check(Target target) {
        return new CheckId(target.environment(), target.component(), origin);
    }
}

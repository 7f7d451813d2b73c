package dev.nanokit.github.flow.journal;

import dev.nanokit.github.api.GitHub;
import dev.nanokit.github.api.Repository;
import dev.nanokit.webhook.trigger.RepositoryRef;

/** GitHub, as a piece of work has found it. What changes GitHub goes through as it is. */
public record RememberedGitHub(GitHub github, WorkJournal journal) implements GitHub {
    @Override
    public Repository repository(RepositoryRef ref) {
        return new RememberedRepository(github.repository(ref), journal);
    }
}

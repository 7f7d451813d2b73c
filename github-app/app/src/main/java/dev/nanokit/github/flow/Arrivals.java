package dev.nanokit.github.flow;

import dev.nanokit.webhook.trigger.Trigger;
import java.util.Optional;

/** What has arrived and is not handled yet: whatever waits for an older commit need not wait on. */
interface Arrivals {
    void note(Trigger trigger);

    /** Whether something has arrived after which nobody asks for the commit any more, as far as a delivery can tell. */
    default boolean overtakes(Commit commit) {
        return isRemoved(commit)
                || said(commit).filter(head -> !head.equals(commit.sha())).isPresent();
    }

    /** What the newest delivery has said of the pull request or branch; to be kept while GitHub is asked. */
    Optional<String> said(Commit commit);

    /** GitHub says that the commit is the head, whatever was said before. What has arrived meanwhile still counts. */
    void isCurrent(Commit commit, Optional<String> saidBefore);

    /** These, for whoever has just asked GitHub, whatever the work was told before it was interrupted. */
    default Arrivals now() {
        return this;
    }

    /** Whether the App has been taken away from the commit's repository. */
    boolean isRemoved(Commit commit);
}

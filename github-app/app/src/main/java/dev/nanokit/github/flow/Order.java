package dev.nanokit.github.flow;

import dev.nanokit.github.flow.memory.Approval;
import java.util.Optional;

/**
 * That something is to be applied.
 *
 * @param id the same when the trigger is handled again
 * @param who {@code @octocat}
 * @param what {@code apply of #12}
 * @param link where to look
 * @param destroy whether nothing is to be left
 * @param force whether the loss of data is agreed to
 * @param consent to what; empty when whatever the commit asks for is agreed to
 */
record Order(
        String id, String who, String what, String link, boolean destroy, boolean force, Optional<Approval> consent) {
    String runId(Target target) {
        return id + "/" + target.environment() + "/" + target.component();
    }

    Order with(Optional<Approval> other) {
        return new Order(id, who, what, link, destroy, force, other);
    }
}

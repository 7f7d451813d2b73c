package dev.nanokit.github.flow;

import dev.nanokit.github.command.Command;
import dev.nanokit.webhook.trigger.Actor;
import dev.nanokit.webhook.trigger.RepositoryRef;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Commands that somebody gave on a pull request, by a comment or a button.
 *
 * @param id the same when the trigger is handled again
 * @param commit the one that is meant, where the button says so; a comment means the head
 * @param comment the comment's id; empty for a button
 */
record Errand(
        String id,
        RepositoryRef ref,
        int pullRequest,
        Actor actor,
        List<Command> commands,
        Optional<String> commit,
        OptionalLong comment) {
    Errand {
        commands = List.copyOf(commands);
    }

    boolean isButton() {
        return comment.isEmpty();
    }
}

package dev.nanokit.cli.command;

import dev.nanokit.cli.ExitStatus;
import dev.nanokit.cli.Session;
import dev.nanokit.cli.operation.StatusOperation;

final class StatusCommand extends ProjectCommand {
    StatusCommand(Session session) {
        super(session, "status", "Show what state remembers of the environment, what is really there, and the locks.");
    }

    @Override
    ExitStatus run() {
        return new StatusOperation(session(), view()).run(selection());
    }
}

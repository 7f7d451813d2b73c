package dev.nanokit.cli.command;

import dev.nanokit.cli.ExitStatus;
import dev.nanokit.cli.Session;
import dev.nanokit.cli.operation.LockOperations;

final class LocksCommand extends ProjectCommand {
    LocksCommand(Session session) {
        super(session, "locks", "Show who holds the environment's locks, since when, and who waits.");
    }

    @Override
    ExitStatus run() {
        return new LockOperations(session(), view()).list(selection());
    }
}

package dev.nanokit.cli.command;

import dev.nanokit.cli.ExitStatus;
import dev.nanokit.cli.Session;
import dev.nanokit.cli.operation.LockOperations;

final class UnlockCommand extends ProjectCommand {
    UnlockCommand(Session session) {
        super(
                session,
                "unlock",
                "Clear the environment's locks, whoever holds them. The former holder can write nothing more.");
    }

    @Override
    ExitStatus run() {
        return new LockOperations(session(), view()).unlock(selection());
    }
}

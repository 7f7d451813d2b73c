package dev.nanokit.cli.command;

import dev.nanokit.cli.ExitStatus;
import dev.nanokit.cli.Session;
import dev.nanokit.cli.operation.ValidateOperation;

final class ValidateCommand extends ProjectCommand {
    ValidateCommand(Session session) {
        super(
                session,
                "validate",
                "Look for everything that is wrong in the file, in all environments unless --env names one.");
    }

    @Override
    ExitStatus run() {
        return new ValidateOperation(session(), view()).run(selection());
    }
}

package dev.nanokit.cli.command;

import dev.nanokit.cli.ExitStatus;
import dev.nanokit.cli.Session;
import dev.nanokit.cli.operation.DoctorOperation;

final class DoctorCommand extends ProjectCommand {
    DoctorCommand(Session session) {
        super(session, "doctor", "Look whether nkapp can work here, and say what to do where it can't.");
    }

    @Override
    ExitStatus run() {
        return new DoctorOperation(session(), view()).run(selection());
    }
}
